//! What goes over HTTP.

use jiff::civil::Date;
use portal_contracts::{
    invoice::{Invoice, InvoiceKind, Period},
    ledger::{AdvanceSchedule, ContractAccount, Payment, Receivable},
    paper::{Document as Paper, DocumentKind},
    rainwater::RainwaterDeclaration,
};
use portal_domain::{DocumentId, InvoiceNumber, Money, SupplyPointId};
use portal_rating::Check;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    balance::Balance,
    document::{Document, Standing, days_overdue, remaining},
    store::{Account, Page, Whole},
    usage::Settlement,
};

/// A document in a list.
#[derive(Serialize, ToSchema)]
pub(super) struct DocumentBody {
    number: InvoiceNumber,
    kind: InvoiceKind,
    /// What it is for; both days included.
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    issued_on: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_on: Option<Date>,
    total: Money,
    #[serde(flatten)]
    standing: Standing,
    #[serde(skip_serializing_if = "Option::is_none")]
    variable_symbol: Option<String>,
    supply_points: Vec<SupplyPointId>,
    /// What it corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    corrects: Option<InvoiceNumber>,
    /// Whether billing sent it as a file.
    has_file: bool,
    /// Whether it says how it came to its sum.
    has_breakdown: bool,
}

/// Documents of a customer.
#[derive(Serialize, ToSchema)]
pub(super) struct DocumentsBody {
    pub documents: Vec<DocumentBody>,
    pub next: Option<String>,
}

/// A document, whole.
#[derive(Serialize, ToSchema)]
pub(super) struct WholeDocumentBody {
    pub document: Invoice,
    #[serde(flatten)]
    pub standing: Standing,
    /// What is owed on it.
    pub owed: Vec<OwedBody>,
    /// Its sums, computed again. None without a breakdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
}

/// What is owed on a document.
#[derive(Serialize, ToSchema)]
pub(super) struct OwedBody {
    receivable: portal_domain::ReceivableId,
    amount: Money,
    settled: Money,
    due_on: Date,
}

/// What settlements say was used, newest first.
#[derive(Serialize, ToSchema)]
pub(super) struct SettlementsBody {
    pub settlements: Vec<Settlement>,
}

/// How a customer pays, and what is open.
#[derive(Serialize, ToSchema)]
pub(super) struct AccountBody {
    /// None: billing hasn't told, or it isn't for this caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<ContractAccount>,
    /// The earliest due first.
    open: Vec<OpenBody>,
    #[serde(flatten)]
    balance: Balance,
    /// What is open in other currencies than the utility's.
    others: Vec<Balance>,
}

/// Something that isn't settled yet.
#[derive(Serialize, ToSchema)]
pub(super) struct OpenBody {
    #[serde(flatten)]
    pub receivable: Receivable,
    /// What of it is open, of the amount's sign.
    pub remaining: Money,
    /// 0 unless the customer should have paid it.
    pub days_overdue: i64,
}

/// What was paid, newest first.
#[derive(Serialize, ToSchema)]
pub(super) struct PaymentsBody {
    pub payments: Vec<PaymentBody>,
    pub next: Option<String>,
}

/// Money that came or went.
#[derive(Serialize, ToSchema)]
pub(super) struct PaymentBody {
    #[serde(flatten)]
    pub payment: Payment,
    /// What of it settled nothing yet.
    pub unused: Money,
    /// The documents that it paid, where what it settled stands on one.
    pub documents: Vec<InvoiceNumber>,
}

/// Schedules of advances.
#[derive(Serialize, ToSchema)]
pub(super) struct AdvancesBody {
    pub schedules: Vec<AdvanceSchedule>,
    pub next: Option<String>,
}

/// Surfaces that rainwater drains from.
#[derive(Serialize, ToSchema)]
pub(super) struct RainwaterBody {
    pub declarations: Vec<RainwaterDeclaration>,
    pub next: Option<String>,
}

/// Contracts and amendments.
#[derive(Serialize, ToSchema)]
pub(super) struct PapersBody {
    pub papers: Vec<PaperBody>,
    pub next: Option<String>,
}

/// A contract, an amendment, or another paper of a supply point.
#[derive(Serialize, ToSchema)]
pub(super) struct PaperBody {
    id: DocumentId,
    kind: DocumentKind,
    supply_point: SupplyPointId,
    number: String,
    concluded_on: Date,
    valid_from: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<Date>,
    /// Of its file, in bytes.
    size: u64,
}

impl DocumentBody {
    pub(super) fn of(document: Document, today: Date) -> Self {
        let standing = document.standing(today);
        let due_on = document.owed.first().map(|owed| owed.due_on);
        let Document { invoice, has_breakdown, .. } = document;
        Self {
            number: invoice.number,
            kind: invoice.kind,
            period: invoice.period,
            issued_on: invoice.issued_on,
            due_on: invoice.due_on.or(due_on),
            total: invoice.total,
            standing,
            variable_symbol: invoice.variable_symbol,
            supply_points: invoice.supply_points,
            corrects: invoice.corrects,
            has_file: invoice.file.is_some(),
            has_breakdown,
        }
    }
}

impl DocumentsBody {
    pub(super) fn of(page: Page<Document>, today: Date) -> Self {
        let documents = page.items.into_iter().map(|document| DocumentBody::of(document, today));
        Self { documents: documents.collect(), next: page.next }
    }
}

impl WholeDocumentBody {
    pub(super) fn of(whole: Whole, check: Option<Check>, today: Date) -> Self {
        let standing = whole.document.standing(today);
        let owed = whole.document.owed.iter().filter(|owed| !owed.cancelled);
        let owed = owed.map(|owed| OwedBody {
            receivable: owed.receivable.clone(),
            amount: owed.amount,
            settled: owed.settled,
            due_on: owed.due_on,
        });
        Self { owed: owed.collect(), document: whole.invoice(), standing, check }
    }
}

impl AccountBody {
    pub(super) fn of(account: Account, balances: (Balance, Vec<Balance>), today: Date) -> Self {
        let (balance, others) = balances;
        let open = account.open.into_iter().map(|receivable| {
            let remaining = remaining(&receivable);
            let days_overdue = days_overdue(remaining, receivable.due_on, today);
            OpenBody { receivable, remaining, days_overdue }
        });
        Self { account: account.account, open: open.collect(), balance, others }
    }
}

impl From<Paper> for PaperBody {
    fn from(paper: Paper) -> Self {
        Self {
            id: paper.id,
            kind: paper.kind,
            supply_point: paper.supply_point,
            number: paper.number,
            concluded_on: paper.concluded_on,
            valid_from: paper.valid_from,
            valid_to: paper.valid_to,
            size: paper.file.size,
        }
    }
}
