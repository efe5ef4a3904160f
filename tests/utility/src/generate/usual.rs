//! What a meter would show on a day if its owner lives as they did a year ago:
//! a reading that demos and tests can send.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use portal_contracts::update::{Reading, Register};
use portal_domain::{MeterId, RegisterCode};
use rust_decimal::Decimal;

use super::Account;

impl Account {
    /// What `meter` shows on `day`, after its last reading; `None` when it is
    /// not known, was removed, or was read that day or later.
    pub fn usual_state(
        &self,
        meter: &MeterId,
        day: Date,
    ) -> Option<BTreeMap<RegisterCode, Decimal>> {
        let meters = || self.supply_points.iter().flat_map(|point| &point.meters);
        let meter = meters().find(|known| known.id == *meter && known.removed_on.is_none())?;
        let of_meter = self.readings.iter().filter(|reading| reading.meter == meter.id);
        let last = of_meter.max_by_key(|reading| reading.read_on)?;
        let days = last.read_on.until(day).ok()?.get_days();
        if days < 1 {
            return None;
        }
        let state = |register: &Register| {
            let used =
                self.daily(last, &register.code, day)? * Decimal::from(days) / register.multiplier;
            let full = Decimal::from(10_u64.checked_pow(register.digits.into())?);
            let state = (last.values.get(&register.code)? + used) % full;
            Some((register.code.clone(), state.trunc_with_scale(register.decimals.into())))
        };
        meter.registers.iter().map(state).collect()
    }

    /// Average daily consumption a year before, or of all time.
    fn daily(&self, last: &Reading, register: &RegisterCode, day: Date) -> Option<Decimal> {
        let at_point =
            self.readings.iter().filter(|reading| reading.supply_point == last.supply_point);
        let readings: Vec<_> = at_point.collect();
        let a_year_before = day.saturating_sub(1.year());
        let (mut all, mut all_days) = (Decimal::ZERO, 0);
        for pair in readings.windows(2) {
            let [before, after] = pair else { continue };
            let Some(used) = after.consumption.get(register) else { continue };
            let days = before.read_on.until(after.read_on).ok()?.get_days().max(1);
            if before.read_on < a_year_before && a_year_before <= after.read_on {
                return Some(used / Decimal::from(days));
            }
            all += used;
            all_days += days;
        }
        (all_days > 0).then(|| all / Decimal::from(all_days))
    }
}
