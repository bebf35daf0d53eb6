use chrono::NaiveDate;
use values::money;

use crate::items::ItemType;
use crate::posting::Problems;
use crate::sales::JobQueueStatus;
use crate::{item_journal, number_series};

/// Why the back office refuses.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// The company has not been set up.
    #[error("the company has not been set up: run `kobling init`")]
    NoCompany,
    /// It is not known in which country the company is.
    #[error("the company does not say in which country it is: enter its Country/Region Code in Company Information")]
    NoHomeCountry,
    /// Nothing is sold at home with VAT.
    #[error(
        "the VAT business posting group '{group}' has no row in the VAT Posting Setup with a rate: enter the rates at home first"
    )]
    NoHomeVat {
        /// The group of customers at home.
        group: String,
    },
    /// A record that is not there.
    #[error("there is no {kind} {code}: create it, or choose another")]
    Unknown {
        /// What kind of record.
        kind: &'static str,
        /// Its code or number.
        code: String,
    },
    /// A record that is there already.
    #[error("{kind} {code} already exists: choose another number")]
    Exists {
        /// What kind of record.
        kind: &'static str,
        /// Its code or number.
        code: String,
    },
    /// A blocked customer or item.
    #[error("{kind} {code} is blocked: unblock it on its card, or choose another")]
    Blocked {
        /// What kind of record.
        kind: &'static str,
        /// Its number.
        code: String,
    },
    /// A field that must be filled.
    #[error("{field} of {kind} {code} is blank: fill it in on the card")]
    Blank {
        /// Which field.
        field: &'static str,
        /// Of what kind of record.
        kind: &'static str,
        /// Its number.
        code: String,
    },
    /// A missing VAT posting set-up.
    #[error("there is no VAT posting setup for the groups '{business}' and '{product}': create it")]
    NoVatSetup {
        /// The VAT business posting group.
        business: String,
        /// The VAT product posting group.
        product: String,
    },
    /// Prices with VAT in them, where sales tax is added to prices.
    #[error(
        "prices can't include VAT where sales tax is added to them: turn Prices Including VAT off, or choose VAT posting groups without sales tax"
    )]
    SalesTaxInPrices,
    /// A set-up without a number series.
    #[error("there is no number series for {0}: choose one in the set-up")]
    NoNumberSeries(&'static str),
    /// Payment terms that lead nowhere.
    #[error(transparent)]
    DueDate(#[from] values::date_formula::OutOfCalendar),
    /// A discount that is larger than its line, or negative.
    #[error("line {line}: the discount {discount} must lie between 0 and what the line comes to without it, {amount}")]
    Discount {
        /// The number of the line.
        line: i32,
        /// The discount.
        discount: money::Amount,
        /// What the line comes to without it.
        amount: money::Amount,
    },
    /// An invoice discount that is larger than what it may be taken from, or negative.
    #[error(
        "the invoice discount {discount} must lie between 0 and {base}, which is what the lines that allow an invoice discount come to"
    )]
    InvoiceDiscount {
        /// The discount.
        discount: money::Amount,
        /// What those lines come to.
        base: money::Amount,
    },
    /// An invoice discount without a line that allows one.
    #[error("an invoice discount of {0} can't be spread: no line allows an invoice discount")]
    NoDiscountBase(money::Amount),
    /// A number that can't be kept.
    #[error(transparent)]
    Number(#[from] money::Invalid),
    /// A number series gives no number.
    #[error(transparent)]
    NumberSeries(#[from] number_series::Refusal),
    /// A document without anything to ship or invoice.
    #[error("there is nothing to release in {0}: add a line with a quantity")]
    NothingToRelease(String),
    /// More than is left is to be shipped.
    #[error("line {line}: you cannot ship more than {most} units: enter what is left of it, or less")]
    CannotShip {
        /// The number of the line.
        line: i32,
        /// How many are left.
        most: money::Quantity,
    },
    /// More than is shipped is to be invoiced.
    #[error("line {line}: you cannot invoice more than {most} units: ship more of it first, or enter less")]
    CannotInvoice {
        /// The number of the line.
        line: i32,
        /// How many are shipped and not invoiced.
        most: money::Quantity,
    },
    /// A currency without a rate.
    #[error(
        "there is no exchange rate for the currency {currency} on {date}: add one that begins on that day or before"
    )]
    NoExchangeRate {
        /// The currency.
        currency: String,
        /// The day.
        date: NaiveDate,
    },
    /// A document that does not fit to be posted.
    #[error("{document} can't be posted: {problems}")]
    NotPosted {
        /// Which document.
        document: String,
        /// All that keeps it back.
        problems: Problems,
    },
    /// What was entered on a document does not fit.
    #[error("{problems}")]
    NotEntered {
        /// Which document.
        document: String,
        /// All that is wrong with it.
        problems: Problems,
    },
    /// A posted invoice without anything to take back.
    #[error("invoice {0} has no line that could be taken back: choose another")]
    NothingToCorrect(String),
    /// A posted invoice that is paid, or credited, as a whole or in part.
    #[error("invoice {0} is paid or credited, as a whole or in part: create a corrective credit memo, and post that")]
    IsSettled(String),
    /// A posted invoice of which all is taken back.
    #[error("invoice {0} is canceled: a credit memo has taken all of it back, there is nothing left to correct")]
    IsCanceled(String),
    /// A number that a posted document has already.
    #[error(
        "cannot post the {kind} because its number, {number}, is already assigned: update the number series and try again"
    )]
    NumberTaken {
        /// What kind of posted document.
        kind: &'static str,
        /// The number.
        number: String,
    },
    /// Entries that do not add up to nothing: the set-up or the program is at fault.
    #[error("the entries of {document} are out of balance by {by}: nothing is posted, please report it")]
    OutOfBalance {
        /// What was to be posted.
        document: String,
        /// What they add up to.
        by: money::Amount,
    },
    /// A field that is not there.
    #[error("a {kind} has no field '{field}' that could be given; there are: {possible}")]
    NoField {
        /// Of what kind of record.
        kind: &'static str,
        /// The field.
        field: String,
        /// Those that there are.
        possible: String,
    },
    /// A value that a field does not take.
    #[error("{problem}")]
    Field {
        /// The field, by its name in the API.
        field: &'static str,
        /// What is wrong, and what would do.
        problem: String,
    },
    /// A record that others name.
    #[error("the {kind} {code} can't be deleted: it is used by a record of the kind {user}; change that first")]
    InUse {
        /// What kind of record.
        kind: &'static str,
        /// Its code or number.
        code: String,
        /// The caption of the records that name it.
        user: &'static str,
    },
    /// An item that is not counted.
    #[error("item {item} is of type {item_type} and has no quantity on hand: choose an item of type Inventory")]
    NotCounted {
        /// Its number.
        item: String,
        /// What kind of item it is.
        item_type: ItemType,
    },
    /// A quantity of nothing, or less.
    #[error("{field} is {value}: enter a greater number")]
    NotPositive {
        /// Which field.
        field: &'static str,
        /// What it holds.
        value: money::Quantity,
    },
    /// Goods that cost less than nothing.
    #[error("the cost {0} is less than nothing: enter 0 or more")]
    NegativeCost(money::Amount),
    /// What follows from posted goods can't be entered.
    #[error("you cannot change {field} of item {item}: it has item ledger entries, from which it follows")]
    HasEntries {
        /// Which field.
        field: &'static str,
        /// The number of the item.
        item: String,
    },
    /// An item journal takes it not so.
    #[error(transparent)]
    ItemJournal(#[from] item_journal::Refusal),
    /// More is to be kept for an order than there is.
    #[error("{wanted} units of item {item} can't be reserved: there are {most}, receive more of it or reserve less")]
    CannotReserve {
        /// The number of the item.
        item: String,
        /// How many were asked for, in base units.
        wanted: money::Quantity,
        /// How many there are.
        most: money::Quantity,
    },
    /// An item that is not kept for orders.
    #[error("item {0} is never reserved: set Reserve on its card to Optional, or leave it")]
    NeverReserved(String),
    /// A value that does not fit its field.
    #[error("{caption} '{value}' {why}")]
    Unfit {
        /// The field, by its name in the API.
        field: &'static str,
        /// What people call it.
        caption: &'static str,
        /// The value.
        value: String,
        /// What is wrong with it, and what would be right.
        why: &'static str,
    },
    /// A price list that holds is not changed.
    #[error("price list {0} is active: set its status to Draft before you change it, and to Active again afterwards")]
    ActiveList(String),
    /// A document that someone else has changed meanwhile.
    #[error("{0} has been changed meanwhile: read it again, and repeat your change")]
    Changed(String),
    /// A document that is released is not changed.
    #[error("{0} is released: reopen it to change it")]
    Released(String),
    /// What stays as it is once something of the document is shipped or invoiced.
    #[error("{caption} of {document} can't be changed any more: some of it is shipped or invoiced")]
    PartlyPosted {
        /// The field, as people call it.
        caption: &'static str,
        /// Which document.
        document: String,
    },
    /// What stays as it is once something of the line is shipped or invoiced.
    #[error("line {line}: {caption} can't be changed any more, some of it is shipped: add another line")]
    LineShipped {
        /// The number of the line.
        line: i32,
        /// The field, as people call it.
        caption: &'static str,
    },
    /// A quantity that goes below what is shipped.
    #[error("line {line}: Quantity must not be less than {least}, which is shipped: enter as much, or more")]
    BelowShipped {
        /// The number of the line.
        line: i32,
        /// How many are shipped.
        least: money::Quantity,
    },
    /// Goods that are shipped must be invoiced before their line goes.
    #[error("line {line}: {quantity} are shipped and not invoiced: invoice them before you delete it")]
    NotInvoiced {
        /// The number of the line.
        line: i32,
        /// How many.
        quantity: money::Quantity,
    },
    /// Nothing to sell.
    #[error("the document has no lines")]
    NoLines,
    /// The job queue is to post the document.
    #[error(
        "{document} is in the job queue ({status}): wait until it is posted, or remove it from the job queue first"
    )]
    Queued {
        /// Which document.
        document: String,
        /// What the job queue has to do with it.
        status: JobQueueStatus,
    },
    /// A run of the job queue is posting the document.
    #[error("{0} is being posted: wait until that has ended, or cancel the run of its job queue entry")]
    BeingPosted(String),
    /// The documents that were chosen will not do.
    #[error("choose 1 to {most} documents, not {chosen}")]
    Chosen {
        /// How many were.
        chosen: usize,
        /// How many may be.
        most: usize,
    },
    /// The job queue refused, or the run has lost its lease.
    #[error(transparent)]
    JobQueue(#[from] job_queue::Error),
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;
