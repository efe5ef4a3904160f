//! Why something can't be rated.

use jiff::civil::Date;
use portal_domain::{Medium, PriceListId, RegisterCode};

/// What stands in the way of a sum.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A number is beyond what is counted here.
    #[error("a number is too large")]
    TooLarge,
    /// The last day is before the first.
    #[error("the period ends before it begins")]
    PeriodReversed,
    #[error("no price list is valid on {0}")]
    NoPriceList(Date),
    #[error("price lists {0} and {1} are valid on the same day")]
    PriceListsOverlap(PriceListId, PriceListId),
    #[error("price list {0} is of another medium than {1:?}")]
    OtherMedium(PriceListId, Medium),
    #[error("price list {0} is in another currency")]
    OtherCurrency(PriceListId),
    /// Prices with and without VAT don't stand on one document.
    #[error("price list {0} counts VAT in the other way")]
    OtherVatMethod(PriceListId),
    /// A period of a register has no state at its beginning or end.
    #[error("register {0} has no state on {1}")]
    StateMissing(RegisterCode, Date),
    /// A lower state, and it isn't said how many digits the register has.
    #[error("register {0} went back on {1}")]
    RegisterFell(RegisterCode, Date),
    /// Cubic metres don't become hours of kilowatts without a conversion.
    #[error("register {0} isn't measured in what is billed")]
    OtherUnit(RegisterCode),
    /// A price that needs a reserved capacity, and none is known.
    #[error("a price asks for a reserved capacity such as 3x25 A")]
    CapacityMissing,
    /// No price of the list is for this reserved capacity.
    #[error("price list {0} has no price for this reserved capacity")]
    CapacityNotOffered(PriceListId),
    /// Nothing that was consumed can be told by month or day.
    #[error("the profile is empty")]
    EmptyProfile,
    /// A year can't be told from nothing.
    #[error("nothing is known of what was used")]
    NoUsage,
    /// A sum is to be shared by no advances.
    #[error("there is no advance to share it by")]
    NoAdvances,
}
