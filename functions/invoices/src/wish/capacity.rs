//! Which capacity a customer wishes to have reserved.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{change::ReservedCapacityChange, price_list::PriceList};
use portal_domain::Medium;
use portal_rating::capacity::Breaker;

use super::{Fit, Refusal, Unusual, found};
use crate::point::Point;

/// A wish reaches so many days ahead.
const DAYS_AHEAD: i64 = 366;

/// What the form says.
#[derive(Clone, Debug)]
pub(crate) struct CapacityWish {
    /// `3x25 A`.
    pub(crate) capacity: String,
    /// The day it is to begin.
    pub(crate) from: Date,
}

/// `lists`: on offer for the medium.
pub(crate) fn new_capacity(
    point: &Point,
    lists: &[PriceList],
    wish: &CapacityWish,
    today: Date,
) -> Result<Fit<ReservedCapacityChange>, Refusal> {
    if point.medium != Medium::Electricity {
        return Err(Refusal::CapacityNotReserved);
    }
    let after: Breaker = wish.capacity.parse().map_err(|_| Refusal::CapacityInvalid)?;
    let before = point.capacity.as_deref().and_then(|text| text.parse::<Breaker>().ok());
    if before == Some(after) {
        return Err(Refusal::CapacityUnchanged);
    }
    let offered = offered(point, lists, wish.from);
    if !offered.is_empty() && !offered.contains(&after) {
        return Err(Refusal::CapacityNotOffered);
    }
    if wish.from <= today || wish.from > today.saturating_add(DAYS_AHEAD.days()) {
        return Err(Refusal::DayOutOfRange);
    }
    let raised = before.is_none_or(|before| after.all_phases() > before.all_phases());
    let change = ReservedCapacityChange {
        supply_point: point.id.clone(),
        before: point.capacity.clone(),
        after: after.to_string(),
        from: wish.from,
    };
    Ok(Fit { change, unusual: found([(raised, Unusual::CapacityRaised)]) })
}

/// The capacities that the point's product has a price of on the day; none:
/// any.
fn offered(point: &Point, lists: &[PriceList], on: Date) -> Vec<Breaker> {
    let valid = |list: &&PriceList| {
        list.product == point.product
            && list.valid_from <= on
            && list.valid_to.is_none_or(|to| on <= to)
    };
    let components = lists.iter().filter(valid).flat_map(|list| &list.components);
    components.filter_map(|component| component.capacity.as_deref()?.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::{Value, json};

    use super::*;

    const TODAY: Date = date(2026, 3, 31);

    fn point(medium: Medium) -> Point {
        Point {
            id: "P-1".parse().unwrap(),
            medium,
            product: "D25d".to_owned(),
            capacity: Some("3×25A".to_owned()),
            active: true,
        }
    }

    /// A list of D25d with a price for each of the capacities.
    fn list(capacities: &[&str]) -> PriceList {
        let component = |capacity: &&str| -> Value {
            json!({
                "code": "breaker", "name": "Jistič", "per": {"per": "month"}, "price": "161",
                "vat": {"percent": "21"}, "capacity": capacity, "quantity_decimals": 2,
            })
        };
        let components: Vec<_> = capacities.iter().map(component).collect();
        serde_json::from_value(json!({
            "id": "L-1", "medium": "electricity", "product": "D25d", "valid_from": "2026-01-01",
            "valid_to": "2026-12-31", "currency": "CZK", "components": components,
        }))
        .unwrap()
    }

    fn wish(capacity: &str, from: Date, lists: &[PriceList]) -> Result<Vec<Unusual>, Refusal> {
        let wish = CapacityWish { capacity: capacity.to_owned(), from };
        new_capacity(&point(Medium::Electricity), lists, &wish, TODAY).map(|fit| fit.unusual)
    }

    #[test]
    fn less_is_usual_and_more_is_looked_at() {
        let may = date(2026, 5, 1);
        assert_eq!(wish("3x20 A", may, &[]), Ok(vec![]));
        assert_eq!(wish("1×16A", may, &[]), Ok(vec![]));
        assert_eq!(wish("3x32 A", may, &[]), Ok(vec![Unusual::CapacityRaised]));
        assert_eq!(wish("3 x 25 A", may, &[]), Err(Refusal::CapacityUnchanged));
        for bad in ["", "25 kW", "4x25 A", "3x0 A"] {
            assert_eq!(wish(bad, may, &[]), Err(Refusal::CapacityInvalid), "{bad}");
        }
    }

    #[test]
    fn the_change_is_written_as_on_a_contract() {
        let wish = CapacityWish { capacity: "3*20a".to_owned(), from: date(2026, 5, 1) };
        let fit = new_capacity(&point(Medium::Electricity), &[], &wish, TODAY).unwrap();
        assert_eq!(fit.change.after, "3x20 A");
        assert_eq!(fit.change.before.as_deref(), Some("3×25A"));
    }

    #[test]
    fn where_the_price_list_names_capacities_only_those_are_offered() {
        let lists = [list(&["3x20 A", "3x25 A"])];
        assert_eq!(wish("3x20 A", date(2026, 5, 1), &lists), Ok(vec![]));
        assert_eq!(wish("3x16 A", date(2026, 5, 1), &lists), Err(Refusal::CapacityNotOffered));
        assert_eq!(wish("3x16 A", date(2027, 1, 1), &lists), Ok(vec![]), "no list of that day");
    }

    #[test]
    fn it_begins_within_a_year_and_is_for_electricity() {
        for day in [TODAY, date(2026, 3, 30), date(2027, 4, 2)] {
            assert_eq!(wish("3x20 A", day, &[]), Err(Refusal::DayOutOfRange), "{day}");
        }
        assert_eq!(wish("3x20 A", date(2027, 4, 1), &[]), Ok(vec![]));
        let wish = CapacityWish { capacity: "3x20 A".to_owned(), from: date(2026, 5, 1) };
        let water = new_capacity(&point(Medium::Water), &[], &wish, TODAY);
        assert_eq!(water, Err(Refusal::CapacityNotReserved));
    }
}
