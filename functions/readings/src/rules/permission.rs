//! Who may send readings, and of which meters.

use jiff::civil::Date;

use crate::reading::Meter;

/// Why no reading of a meter may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forbidden {
    /// It was taken away.
    Removed,
    /// The supply point isn't the customer's any more.
    PointInactive,
    /// The utility lets only others send readings.
    NotAllowed,
}

impl Forbidden {
    /// The code of the answer.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Removed => "reading_meter_removed",
            Self::PointInactive => "reading_point_inactive",
            Self::NotAllowed => "reading_not_allowed",
        }
    }
}

/// Whether readings of `meter` may be sent on `today`. What billing says of
/// the point comes before the rule for all, which is `by_rule`.
pub(crate) fn may_send(meter: &Meter, by_rule: bool, today: Date) -> Result<(), Forbidden> {
    if meter.removed_on.is_some_and(|day| day <= today) {
        return Err(Forbidden::Removed);
    }
    if !meter.point_active {
        return Err(Forbidden::PointInactive);
    }
    if !meter.self_reading.unwrap_or(by_rule) {
        return Err(Forbidden::NotAllowed);
    }
    Ok(())
}
