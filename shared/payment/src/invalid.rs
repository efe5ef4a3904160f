//! Why a payment can't be put into a code.

/// What of a payment doesn't fit the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCode {
    #[error("the amount is out of the format's range")]
    Amount,
    #[error("the format is for another currency")]
    Currency,
    #[error("the format is for accounts of another country")]
    AccountAbroad,
    #[error("the payee's tax number isn't ten digits")]
    TaxNumber,
    #[error("the payee has no name")]
    NameMissing,
    #[error("a number of an invoice or of a purpose has a wrong form")]
    Identifier,
    #[error("the last day is before the first")]
    Days,
    #[error("more than the format holds")]
    TooLong,
}

impl InvalidCode {
    /// Stable; the client translates it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Amount => "payment_amount_out_of_range",
            Self::Currency => "payment_currency_unfit",
            Self::AccountAbroad => "payment_account_abroad",
            Self::TaxNumber => "payment_tax_number_invalid",
            Self::NameMissing => "payment_name_missing",
            Self::Identifier => "payment_identifier_invalid",
            Self::Days => "payment_days_reversed",
            Self::TooLong => "payment_code_too_long",
        }
    }
}
