//! Kinds of meters: their registers, dials and bounds.

use anyhow::Result;
use jiff::civil::Date;
use portal_contracts::update::{Meter, Register};
use portal_domain::{Medium, MeterId, RegisterCode, Unit};
use rust_decimal::Decimal;

/// What is measured at a point, and how.
#[derive(Clone, Copy)]
pub(crate) struct Device {
    pub(crate) medium: Medium,
    /// High and low tariff, electricity only.
    pub(crate) two_registers: bool,
    /// Percent of what a household uses.
    pub(crate) scale: i64,
    /// Of the current transformers; 1 without.
    pub(crate) multiplier: u8,
}

/// A register's code, and what a household uses a day on the yearly average,
/// in thousandths of its unit.
pub(crate) struct Dial {
    pub(crate) code: &'static str,
    household_per_day: i64,
}

impl Device {
    pub(crate) fn dials(&self) -> Vec<Dial> {
        let dial = |code, household_per_day| Dial { code, household_per_day };
        match (self.medium, self.two_registers) {
            (Medium::Water, _) => vec![dial("T", 310)],
            (Medium::Electricity, false) => vec![dial("T", 6_900)],
            (Medium::Electricity, true) => vec![dial("VT", 4_100), dial("NT", 9_300)],
            (Medium::Gas, _) => vec![dial("T", 3_800)],
            (Medium::Heat, _) => vec![dial("T", 70)],
        }
    }

    /// What a dial counts on an average day, in thousandths of what is on its
    /// face.
    pub(crate) fn per_day(&self, dial: &Dial) -> i64 {
        dial.household_per_day * self.scale / 100 / i64::from(self.multiplier)
    }

    pub(crate) fn unit(&self) -> Unit {
        match self.medium {
            Medium::Water | Medium::Gas => Unit::M3,
            Medium::Electricity => Unit::Kwh,
            Medium::Heat => Unit::Gj,
        }
    }

    /// Digits before and after the decimal mark.
    pub(crate) fn digits(&self) -> (u8, u8) {
        match self.medium {
            Medium::Water | Medium::Gas => (5, 3),
            Medium::Electricity => (6, 0),
            Medium::Heat => (5, 2),
        }
    }

    fn max_per_hour(&self) -> Option<Decimal> {
        let large = self.scale > 300;
        match self.medium {
            // Q4 of Q3 2.5, of Q3 10; kW of 3x25 A, of 3x160 A; Qmax of G4, of G25.
            Medium::Water => Some(Decimal::new(if large { 12_500 } else { 3_125 }, 3)),
            Medium::Electricity => Some(Decimal::new(if large { 11_040 } else { 1_725 }, 2)),
            Medium::Gas => Some(Decimal::new(if large { 40 } else { 6 }, 0)),
            Medium::Heat => None,
        }
    }

    pub(crate) fn capacity(&self) -> Option<&'static str> {
        let large = self.scale > 300;
        match self.medium {
            Medium::Water => Some(if large { "Q3 10 m3/h" } else { "Q3 2.5 m3/h" }),
            Medium::Electricity => Some(if large { "3x160 A" } else { "3x25 A" }),
            Medium::Gas | Medium::Heat => None,
        }
    }

    /// The meter `id`, installed while its dials showed `initial`.
    pub(crate) fn meter(
        &self,
        id: MeterId,
        serial: String,
        installed_on: Date,
        initial: &[Decimal],
    ) -> Result<Meter> {
        let (digits, decimals) = self.digits();
        let mut registers = Vec::new();
        for (dial, initial) in self.dials().iter().zip(initial) {
            registers.push(Register {
                code: dial.code.parse::<RegisterCode>()?,
                unit: self.unit(),
                digits,
                decimals,
                multiplier: self.multiplier.into(),
                initial: *initial,
                r#final: None,
            });
        }
        let max_per_hour = self.max_per_hour();
        Ok(Meter { id, serial, installed_on, removed_on: None, registers, max_per_hour })
    }
}
