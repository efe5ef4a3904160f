//! Typst with one template, two fonts and a document's own files: nothing else
//! can be read, and no clock. The same files give the same bytes.

use std::{collections::HashMap, sync::LazyLock};

use anyhow::{Context, Result, anyhow, bail};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

static TEMPLATE: &str = include_str!("../templates/document.typ");

/// What is the same for every document.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let bytes = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    let fonts: Vec<Font> =
        bytes.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
    Shop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether the fonts have a picture of `c`: a PDF for keeping refuses others.
pub(crate) fn can_print(c: char) -> bool {
    SHOP.fonts.iter().all(|font| font.info().coverage.contains(c.into()))
}

/// A document's own files, by their names.
pub(crate) struct Job {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Job {
    pub(crate) fn new(files: impl IntoIterator<Item = (&'static str, String)>) -> Result<Self> {
        let main = Source::new(id("/document.typ")?, TEMPLATE.to_owned());
        let mut kept = HashMap::new();
        for (name, text) in files {
            kept.insert(id(name)?, Bytes::from_string(text));
        }
        Ok(Self { main, files: kept })
    }

    /// One of the document's own files.
    #[cfg(test)]
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.files.get(&id(name).ok()?).map(|file| file.as_str().unwrap_or_default().to_owned())
    }

    /// The pages.
    pub(crate) fn pages(&self) -> Result<PagedDocument> {
        typst::compile::<PagedDocument>(self).output.map_err(|errors| told(&errors))
    }

    /// A tagged PDF for keeping: PDF/A-3 if it carries a file, else PDF/A-2.
    pub(crate) fn pdf(&self, carries: bool) -> Result<Vec<u8>> {
        let archival = if carries { PdfStandard::A_3a } else { PdfStandard::A_2a };
        let standards = PdfStandards::new(&[archival, PdfStandard::Ua_1]);
        let standards = standards.map_err(|error| anyhow!("{}", error.message()))?;
        let creator = Smart::Custom(Some("Meterside".to_owned()));
        let options = PdfOptions { creator, standards, ..PdfOptions::default() };
        let pages = self.pages().context("laying out a document")?;
        let pdf = typst_pdf::pdf(&pages, &options).map_err(|errors| told(&errors));
        pdf.context("writing a PDF")
    }
}

/// Forgets what documents before left for the next: their texts are another
/// customer's, and memory is dear.
pub(crate) fn forget() {
    typst::comemo::evict(0);
}

fn id(path: &str) -> Result<FileId> {
    let Ok(path) = VirtualPath::new(path) else { bail!("no path: {path}") };
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn told(errors: &[SourceDiagnostic]) -> anyhow::Error {
    let told: Vec<_> = errors.iter().map(|error| error.message.to_string()).collect();
    anyhow!("{}", told.join("; "))
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
