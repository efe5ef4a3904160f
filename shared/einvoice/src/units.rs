//! Units of quantities: UN/ECE recommendation 20, and as people read them.

use portal_contracts::breakdown::BillingUnit;
use portal_domain::Unit;

/// The code of UN/ECE recommendation 20. A month of an ampere or a kilowatt has
/// none; it's the ampere's or the kilowatt's, and the line says the period.
pub(crate) fn code(unit: BillingUnit) -> &'static str {
    match unit {
        BillingUnit::M3 => "MTQ",
        BillingUnit::Kwh => "KWH",
        BillingUnit::Mwh => "MWH",
        BillingUnit::Gj => "GV",
        BillingUnit::Month => "MON",
        BillingUnit::Year => "ANN",
        BillingUnit::Day => "DAY",
        BillingUnit::AmpereMonth => "AMP",
        BillingUnit::KwMonth => "KWT",
        BillingUnit::M2 => "MTK",
        BillingUnit::Piece => "H87",
    }
}

/// The unit as Czech accounting software shows it.
pub(crate) fn czech(unit: BillingUnit) -> &'static str {
    match unit {
        BillingUnit::M3 => "m3",
        BillingUnit::Kwh => "kWh",
        BillingUnit::Mwh => "MWh",
        BillingUnit::Gj => "GJ",
        BillingUnit::Month => "měsíc",
        BillingUnit::Year => "rok",
        BillingUnit::Day => "den",
        BillingUnit::AmpereMonth => "A měsíc",
        BillingUnit::KwMonth => "kW měsíc",
        BillingUnit::M2 => "m2",
        BillingUnit::Piece => "ks",
    }
}

/// The unit on a meter's face.
pub(crate) fn on_the_meter(unit: Unit) -> &'static str {
    match unit {
        Unit::M3 => "m³",
        Unit::Kwh => "kWh",
        Unit::Gj => "GJ",
    }
}
