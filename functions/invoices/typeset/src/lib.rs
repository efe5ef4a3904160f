//! Documents as PDF: invoices, schedules of advances, payment slips, in three
//! languages; tagged, for keeping, with the electronic invoice inside.
//!
//! A document goes one way: `papers` make a [sheet](sheet) of it, every text
//! ready; the template lays the sheet out; `engine` makes the PDF, with nothing
//! at hand but the template, two fonts and the document's own files.
//!
//! | module | what |
//! |---|---|
//! | `papers` | each kind of document as a sheet |
//! | `sheet` | a document as the template lays it out |
//! | `engine` | Typst: fonts, standards (PDF/A-3a or 2a, PDF/UA-1) |
//! | `words`, `format` | words, amounts and days in each language |
//! | [`routes`] | HTTP: made when somebody wants it, once |
//! | `store` | the documents bucket |

mod engine;
mod format;
mod papers;
mod routes;
mod sheet;
mod store;
mod words;

#[cfg(test)]
mod tests;

pub use papers::{Of, Paper, render};
pub use routes::{App, openapi, routes};
pub use store::Shelf;

/// What every document here is.
pub(crate) const MEDIA_TYPE: &str = "application/pdf";
