//! What a recomputation finds.

use jiff::civil::Date;
use portal_domain::Money;
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

/// What came out of computing a document again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Check {
    /// Whether every step could be computed and came out the same.
    pub agrees: bool,
    /// Whether a step came out otherwise. Neither: something can't be computed
    /// here, and the rest agrees.
    pub differs: bool,
    /// What was to be paid if each step were computed from the states, surfaces
    /// and price lists; what can't be computed is taken as it's said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payable: Option<Money>,
    pub findings: Vec<Finding>,
}

impl Check {
    pub(super) fn of(findings: Vec<Finding>, payable: Option<Money>) -> Self {
        let differs = findings.iter().any(|finding| finding.code.is_difference());
        Self { agrees: findings.is_empty(), differs, payable, findings }
    }
}

/// A step that came out otherwise, or that can't be computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CheckFinding)]
pub struct Finding {
    pub code: Code,
    pub place: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed: Option<Side>,
    /// How much too much it makes (negative: too little), net or gross as the
    /// document's lines are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Money>,
}

impl Finding {
    pub(super) fn about(code: Code, place: Place) -> Self {
        Self { code, place, said: None, computed: None, difference: None }
    }

    pub(super) fn numbers(self, said: Decimal, computed: Decimal) -> Self {
        self.values(Value::Number(said), Value::Number(computed))
    }

    /// Two amounts, and what is between them.
    pub(super) fn money(self, said: Money, computed: Money) -> Self {
        let difference = said.checked_sub(computed);
        Self { difference, ..self.values(Value::Money(said), Value::Money(computed)) }
    }

    pub(super) fn values(self, said: Value, computed: Value) -> Self {
        Self { said: Some(said), computed: Some(computed), ..self }
    }
}

/// Where in a breakdown, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(tag = "part", content = "index", rename_all = "snake_case")]
pub enum Place {
    Document,
    Basis(u16),
    Line(u16),
    Vat(u16),
    Advance(u16),
}

/// `Value` would be described as any JSON.
type Side = Value;

/// What is said or computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CheckValue)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    Number(Decimal),
    Money(Money),
    Date(Date),
    /// A unit, a capacity, a code.
    Text(String),
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $difference:literal;)*) => {
        /// What a finding is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
        #[schema(as = CheckCode)]
        // `$code` is the same: the description doesn't see a name in a macro.
        #[serde(rename_all = "snake_case")]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as it is written in JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Whether something differs; else it only can't be computed.
            pub fn is_difference(self) -> bool {
                match self { $(Self::$name => $difference,)* }
            }
        }
    };
}

codes! {
    // What can't be computed.
    /// Only the paper tells how it came to its sum.
    NoBreakdown = "no_breakdown", false;
    /// A quantity that nothing is said to stand behind.
    NoBases = "no_bases", false;
    /// A price of its own, from no price list.
    NoPriceList = "no_price_list", false;
    /// The price list isn't known here.
    PriceListUnknown = "price_list_unknown", false;
    /// A price by reserved capacity, and the line doesn't say which.
    CapacityUnknown = "capacity_unknown", false;

    // States and quantities.
    MeasuredDiffers = "measured_differs", true;
    /// A lower state, and it isn't said that the register went past its last digit.
    RegisterFell = "register_fell", true;
    /// It can't have gone past its last digit with these states.
    RolloverWrong = "rollover_wrong", true;
    BilledQuantityDiffers = "billed_quantity_differs", true;
    RainQuantityDiffers = "rain_quantity_differs", true;
    RainMonthsDiffer = "rain_months_differ", true;
    /// The later state is of an earlier day.
    StatesReversed = "states_reversed", true;
    /// Days of a register that no states cover.
    StatesGap = "states_gap", true;
    /// Days of a register that are counted twice.
    StatesOverlap = "states_overlap", true;
    /// A register goes on from another state than it ended with.
    StateNotContinued = "state_not_continued", true;
    /// States that aren't of the line's period.
    StatesOutsidePeriod = "states_outside_period", true;

    // What a line is founded on.
    BasisUnknown = "basis_unknown", true;
    /// Something was measured and no line counts it.
    BasisUnused = "basis_unused", true;
    /// A component counts the same twice.
    BasisCountedTwice = "basis_counted_twice", true;
    /// Of another supply point or register than the price is for.
    BasisNotOfLine = "basis_not_of_line", true;
    /// The price is for this too, and the line leaves it out.
    BasisMissing = "basis_missing", true;

    // Lines.
    /// Of a supply point that the document isn't about.
    SupplyPointUnknown = "supply_point_unknown", true;
    PeriodReversed = "period_reversed", true;
    PeriodOutsideDocument = "period_outside_document", true;
    /// Days that no line is for.
    PeriodGap = "period_gap", true;
    /// Two lines of one component are for the same days.
    PeriodOverlap = "period_overlap", true;
    QuantityDiffers = "quantity_differs", true;
    UnitDiffers = "unit_differs", true;
    UnitPriceDiffers = "unit_price_differs", true;
    /// The quantity has one more price, and no line has it.
    LineMissing = "line_missing", true;
    /// A line more than the quantity has prices.
    LineExtra = "line_extra", true;
    ComponentUnknown = "component_unknown", true;
    /// Another price list was valid then.
    PriceListNotValid = "price_list_not_valid", true;
    /// Another reserved capacity than the price is for.
    CapacityDiffers = "capacity_differs", true;
    AmountDiffers = "amount_differs", true;
    VatRateDiffers = "vat_rate_differs", true;
    VatMethodDiffers = "vat_method_differs", true;
    CurrencyDiffers = "currency_differs", true;

    // Sums.
    VatBaseDiffers = "vat_base_differs", true;
    VatAmountDiffers = "vat_amount_differs", true;
    VatSumDiffers = "vat_sum_differs", true;
    VatRateMissing = "vat_rate_missing", true;
    VatRateExtra = "vat_rate_extra", true;
    TotalNetDiffers = "total_net_differs", true;
    TotalVatDiffers = "total_vat_differs", true;
    TotalGrossDiffers = "total_gross_differs", true;
    /// What a tax document taxed isn't what was paid, or its tax doesn't follow.
    AdvanceTaxDiffers = "advance_tax_differs", true;
    AdvancesDiffer = "advances_differ", true;
    RoundingDiffers = "rounding_differs", true;
    PayableDiffers = "payable_differs", true;
    /// The document asks for something else than its breakdown.
    TotalDiffers = "total_differs", true;
    /// A number beyond what is counted here.
    TooLarge = "too_large", true;
}
