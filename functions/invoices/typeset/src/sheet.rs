//! A document as the template lays it out: every text ready, nothing computed
//! there. Which parts there are is decided by what the document is.

use serde::Serialize;

/// A whole document.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// BCP 47.
    pub(crate) language: &'static str,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) number: String,
    /// Year, month and day that it was issued.
    pub(crate) date: [i16; 3],
    /// CSS colour of the utility.
    pub(crate) accent: String,
    pub(crate) utility: String,
    /// Around the page's number: `Page 1 of 3`.
    pub(crate) page: [String; 2],
    pub(crate) footer: Vec<String>,
    pub(crate) parties: Vec<Party>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) call: Option<Call>,
    pub(crate) sections: Vec<Section>,
    pub(crate) notes: Vec<String>,
    /// What the attached file is; none: nothing is attached.
    pub(crate) attachment: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Party {
    pub(crate) label: String,
    pub(crate) name: String,
    pub(crate) lines: Vec<String>,
}

/// Something with its name.
#[derive(Debug, Serialize)]
pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) value: String,
}

/// What is to be done: the sum, and how to pay it.
#[derive(Debug, Serialize)]
pub(crate) struct Call {
    pub(crate) label: String,
    pub(crate) amount: String,
    pub(crate) note: Option<String>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) code: Option<CodeLabels>,
}

/// What is said of the picture with the payment code.
#[derive(Debug, Serialize)]
pub(crate) struct CodeLabels {
    pub(crate) alt: String,
    pub(crate) caption: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Section {
    Table(Table),
    /// Names and amounts, the last of which is the result.
    Sums {
        title: String,
        rows: Vec<Fact>,
        result: Fact,
    },
    Form(Form),
}

#[derive(Debug, Serialize)]
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) note: Option<String>,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Column {
    pub(crate) head: String,
    /// Numbers stand at the right, under one another.
    pub(crate) number: bool,
    /// Takes the room that others leave.
    pub(crate) wide: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Names the rows that follow, over all columns.
    pub(crate) heading: bool,
    pub(crate) strong: bool,
}

/// A text, with a smaller one below.
#[derive(Debug, Serialize)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) below: Option<String>,
}

/// A form to be filled in at a bank.
#[derive(Debug, Serialize)]
pub(crate) struct Form {
    pub(crate) title: String,
    pub(crate) rows: Vec<Vec<Field>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Field {
    pub(crate) label: String,
    pub(crate) value: String,
    /// Share of the row.
    pub(crate) width: u8,
    /// One box per character.
    pub(crate) boxes: bool,
}

impl Fact {
    pub(crate) fn new(label: String, value: impl Into<String>) -> Self {
        Self { label, value: value.into() }
    }
}

impl Column {
    pub(crate) fn text(head: String) -> Self {
        Self { head, number: false, wide: false }
    }

    pub(crate) fn wide(head: String) -> Self {
        Self { head, number: false, wide: true }
    }

    pub(crate) fn number(head: String) -> Self {
        Self { head, number: true, wide: false }
    }
}

impl Row {
    pub(crate) fn of(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { cells: cells.into_iter().collect(), heading: false, strong: false }
    }

    pub(crate) fn heading(text: String) -> Self {
        Self { cells: vec![text.into()], heading: true, strong: false }
    }

    pub(crate) fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
}

impl Cell {
    pub(crate) fn below(self, below: impl Into<String>) -> Self {
        let below: String = below.into();
        Self { below: (!below.is_empty()).then_some(below), ..self }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, below: None }
    }
}
