//! Why there's no electronic form of an invoice.

/// What an invoice lacks to be written for machines.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// Neither a breakdown nor, as of a request for an advance, a sum that
    /// speaks for itself.
    #[error("the invoice has no lines")]
    NoLines,
    /// Lines, rates of VAT, advances and totals don't come to the same, or are
    /// in different currencies.
    #[error("the invoice's sums don't agree: {0}")]
    SumsDiffer(&'static str),
    /// A credit note that doesn't say what it corrects.
    #[error("the credit note doesn't name what it corrects")]
    CorrectsNothing,
    #[error("writing XML: {0}")]
    Writing(#[from] std::io::Error),
}

impl Unfit {
    /// The reason as the API says it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoLines => "invoice_without_lines",
            Self::SumsDiffer(_) => "invoice_sums_differ",
            Self::CorrectsNothing => "credit_note_corrects_nothing",
            Self::Writing(_) => "invoice_not_written",
        }
    }
}
