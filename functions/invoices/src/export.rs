//! Lists as tables that other programs read.

mod csv;
mod xlsx;

use jiff::civil::Date;
use rust_decimal::Decimal;

pub(crate) use self::{csv::csv, xlsx::xlsx};

/// Rows under one line of names.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The same as in the API's JSON.
    pub names: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(Decimal),
    Day(Date),
}

impl Cell {
    pub(crate) fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<Option<Date>> for Cell {
    fn from(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

impl From<Option<Decimal>> for Cell {
    fn from(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Empty, Self::Text)
    }
}
