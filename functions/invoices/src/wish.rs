//! What a customer may wish about money, and what of it an operator should look
//! at twice. What is wished is proposed as a change; nothing is changed here.

mod advance;
mod capacity;
mod claims;
mod e_invoice;
mod method;
mod rainwater;

use portal_payment::InvalidAccount;

pub(crate) use self::{
    advance::{AdvanceWish, new_advance, schedule_on},
    capacity::{CapacityWish, new_capacity},
    claims::{InstalmentsWish, MOST_RECEIVABLES, RefundWish, new_instalments, new_refund},
    e_invoice::new_e_invoice,
    method::{Method, MethodWish, new_method},
    rainwater::{DrainWish, RainwaterWish, declared_on, new_surfaces},
};

/// A wish that may be proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fit<T> {
    pub(crate) change: T,
    pub(crate) unusual: Vec<Unusual>,
}

/// Why a wish isn't proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The account number breaks a rule of its digits.
    Account(InvalidAccount),
    SipoInvalid,
    /// The Czech post's collection is for Czech utilities.
    SipoNotOffered,
    MethodUnchanged,
    /// The currency isn't the one that the amount is in.
    CurrencyDiffers,
    /// Billing has told no schedule of the point, or none of its advances is to
    /// come.
    AdvancesNotKnown,
    /// Only the utility sets this advance.
    AdvanceNotToChoose,
    /// Whole crowns or złoty.
    AdvanceNotWhole,
    AdvanceTooLow,
    AdvanceTooHigh,
    AdvanceUnchanged,
    /// No advance is due on that day.
    AdvanceDayUnknown,
    ReceivablesMissing,
    /// One was settled or taken back meanwhile.
    NotOpen,
    /// Only what the utility owes is paid back.
    NotAClaim,
    /// Only what the customer owes is paid in parts.
    NotADebt,
    CurrenciesDiffer,
    /// What they come to isn't what the customer saw.
    AmountDiffers,
    CountOutOfRange,
    FirstDueOutOfRange,
    ReasonTooLong,
    /// A court or a bailiff has it.
    InCollection,
    /// It is paid by instalments already.
    InstalmentsAgreed,
    CapacityInvalid,
    /// The price list has no such capacity.
    CapacityNotOffered,
    /// No capacity is reserved for what is supplied there.
    CapacityNotReserved,
    CapacityUnchanged,
    /// The day on which it is to begin.
    DayOutOfRange,
    /// No rainwater of the point is charged for.
    RainwaterNotCharged,
    ClassUnknown,
    AreaInvalid,
    SurfaceNameInvalid,
    SurfacesTooMany,
    SurfacesUnchanged,
    EmailInvalid,
    EInvoiceUnchanged,
}

impl Refusal {
    /// Stable; the client translates it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Account(invalid) => invalid.code(),
            Self::SipoInvalid => "sipo_number_invalid",
            Self::SipoNotOffered => "sipo_not_offered",
            Self::MethodUnchanged => "payment_method_unchanged",
            Self::CurrencyDiffers => "currency_differs",
            Self::AdvancesNotKnown => "advances_not_known",
            Self::AdvanceNotToChoose => "advance_not_to_choose",
            Self::AdvanceNotWhole => "advance_not_whole",
            Self::AdvanceTooLow => "advance_too_low",
            Self::AdvanceTooHigh => "advance_too_high",
            Self::AdvanceUnchanged => "advance_unchanged",
            Self::AdvanceDayUnknown => "advance_day_unknown",
            Self::ReceivablesMissing => "receivables_missing",
            Self::NotOpen => "receivable_not_open",
            Self::NotAClaim => "receivable_not_a_claim",
            Self::NotADebt => "receivable_not_a_debt",
            Self::CurrenciesDiffer => "currencies_differ",
            Self::AmountDiffers => "amount_differs",
            Self::CountOutOfRange => "instalments_count_out_of_range",
            Self::FirstDueOutOfRange => "first_due_out_of_range",
            Self::ReasonTooLong => "reason_too_long",
            Self::InCollection => "debt_in_collection",
            Self::InstalmentsAgreed => "instalments_agreed",
            Self::CapacityInvalid => "capacity_invalid",
            Self::CapacityNotOffered => "capacity_not_offered",
            Self::CapacityNotReserved => "capacity_not_reserved",
            Self::CapacityUnchanged => "capacity_unchanged",
            Self::DayOutOfRange => "day_out_of_range",
            Self::RainwaterNotCharged => "rainwater_not_charged",
            Self::ClassUnknown => "surface_class_unknown",
            Self::AreaInvalid => "surface_area_invalid",
            Self::SurfaceNameInvalid => "surface_name_invalid",
            Self::SurfacesTooMany => "surfaces_too_many",
            Self::SurfacesUnchanged => "surfaces_unchanged",
            Self::EmailInvalid => "email_invalid",
            Self::EInvoiceUnchanged => "e_invoice_unchanged",
        }
    }

    /// The input to show it beside.
    pub(crate) fn field(self) -> Option<&'static str> {
        Some(match self {
            Self::Account(_) => "account",
            Self::SipoInvalid => "number",
            Self::SipoNotOffered => "method",
            Self::CurrencyDiffers
            | Self::AdvanceNotToChoose
            | Self::AdvanceNotWhole
            | Self::AdvanceTooLow
            | Self::AdvanceTooHigh
            | Self::AdvanceUnchanged
            | Self::AmountDiffers => "amount",
            Self::AdvanceDayUnknown | Self::DayOutOfRange => "from",
            Self::ReceivablesMissing
            | Self::NotAClaim
            | Self::NotADebt
            | Self::CurrenciesDiffer
            | Self::InCollection
            | Self::InstalmentsAgreed => "receivables",
            Self::CountOutOfRange => "count",
            Self::FirstDueOutOfRange => "first_due_on",
            Self::ReasonTooLong => "reason",
            Self::CapacityInvalid | Self::CapacityNotOffered | Self::CapacityUnchanged => {
                "capacity"
            }
            Self::AdvancesNotKnown | Self::CapacityNotReserved | Self::RainwaterNotCharged => {
                "supply_point"
            }
            Self::ClassUnknown
            | Self::AreaInvalid
            | Self::SurfaceNameInvalid
            | Self::SurfacesTooMany
            | Self::SurfacesUnchanged => "surfaces",
            Self::EmailInvalid => "email",
            Self::MethodUnchanged | Self::NotOpen | Self::EInvoiceUnchanged => return None,
        })
    }

    /// Whether the customer saw what isn't so any more: loading the page again
    /// helps.
    pub(crate) fn is_of_a_page_too_old(self) -> bool {
        matches!(self, Self::NotOpen | Self::AmountDiffers)
    }

    /// Whether it may be so because the same request was carried out before.
    pub(crate) fn may_be_done(self) -> bool {
        matches!(
            self,
            Self::MethodUnchanged
                | Self::AdvanceUnchanged
                | Self::AdvanceDayUnknown
                | Self::AdvancesNotKnown
                | Self::NotOpen
                | Self::AmountDiffers
                | Self::InstalmentsAgreed
                | Self::CapacityUnchanged
                | Self::SurfacesUnchanged
                | Self::EInvoiceUnchanged
        )
    }
}

/// What an operator should look at twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusual {
    /// The number's last digit isn't the usual check digit.
    SipoCheck,
    /// An account in another country than the utility.
    AccountAbroad,
    /// Less than half, more than double of what was paid before.
    AdvanceMuchLower,
    AdvanceMuchHigher,
    /// Not the account that billing pays back to.
    RefundElsewhere,
    /// More than twelve parts.
    InstalmentsMany,
    /// Something of it has the last notice already.
    LastNotice,
    /// The network has to be able to carry it.
    CapacityRaised,
    /// Less than half of what drained before.
    DrainsMuchLess,
}

impl Unusual {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::SipoCheck => portal_payment::sipo::CHECK_WARNING,
            Self::AccountAbroad => "account_abroad",
            Self::AdvanceMuchLower => "advance_much_lower",
            Self::AdvanceMuchHigher => "advance_much_higher",
            Self::RefundElsewhere => "refund_elsewhere",
            Self::InstalmentsMany => "instalments_many",
            Self::LastNotice => "last_notice_sent",
            Self::CapacityRaised => "capacity_raised",
            Self::DrainsMuchLess => "drains_much_less",
        }
    }
}

/// Those that were found.
fn found<const N: usize>(of: [(bool, Unusual); N]) -> Vec<Unusual> {
    of.into_iter().filter(|(found, _)| *found).map(|(_, unusual)| unusual).collect()
}
