//! What stands on a document, in one language: texts and where they go, and nothing that could still be worked out.

use serde::Serialize;

/// A document, written and ready to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The language, by its code on the web: words are hyphenated and read aloud by it.
    pub language: &'static str,
    /// What it is, as `Invoice`.
    pub title: &'static str,
    /// Its number.
    pub number: String,
    /// Its date: that of the file, too, so that the same document is the same file.
    pub date: Day,
    /// The name of the company.
    pub company: String,
    /// The company's address.
    pub company_address: Vec<String>,
    /// The word above the payer's address.
    pub bill_to_label: &'static str,
    /// The payer's address.
    pub bill_to: Vec<String>,
    /// The word above the other address.
    pub ship_to_label: &'static str,
    /// To where it was sent; nothing when that is the payer's address.
    pub ship_to: Vec<String>,
    /// What is said of the document as a whole.
    pub facts: Vec<Fact>,
    /// The columns of its lines.
    pub columns: Vec<Column>,
    /// Its lines.
    pub rows: Vec<Row>,
    /// What it comes to; the last one is what counts.
    pub totals: Vec<Total>,
    /// The VAT of it, by rate.
    pub vat: VatTable,
    /// Sentences below it.
    pub notes: Vec<String>,
    /// How the company is reached and paid, at the foot of every page.
    pub footer: Vec<Fact>,
    /// `Page` in *Page 1 of 2*.
    pub page: &'static str,
    /// And `of`.
    pub page_of: &'static str,
}

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// The day of it, from 1.
    pub day: u32,
}

/// Something with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name.
    pub label: String,
    /// What it is.
    pub value: String,
}

/// To which side a column's texts are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What stands above it.
    pub label: &'static str,
    /// To which side it is set.
    pub side: Side,
    /// Whether it takes the width that the others leave.
    pub wide: bool,
}

/// A text in a column.
pub type Cell = String;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Row {
    /// Something that is sold: a text for each column.
    Cells(Vec<Cell>),
    /// A text over all columns.
    Text(String),
}

/// A sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// What it is the sum of.
    pub label: String,
    /// The sum.
    pub value: String,
    /// Whether it is what counts.
    pub strong: bool,
}

/// VAT by rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VatTable {
    /// What stands above it.
    pub title: &'static str,
    /// The names of its columns: the rate, what it is worked out from, the VAT, and the VAT in the company's own currency
    /// where the document has another.
    pub labels: Vec<String>,
    /// A row for each rate.
    pub rows: Vec<VatRow>,
}

/// The VAT at one rate: a text for each column.
pub type VatRow = Vec<Cell>;
