use chrono::NaiveDate;
use values::Code;
use values::money::{Amount, Price, Quantity};

use super::LineKind;

/// A name with its address, as it stands on a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The name.
    pub name: String,
    /// More of the name.
    pub name2: String,
    /// Whom to ask for.
    pub contact: String,
    /// The first line.
    pub address: String,
    /// The second line.
    pub address2: String,
    /// The post code.
    pub post_code: String,
    /// The city.
    pub city: String,
    /// The county.
    pub county: String,
    /// The country.
    pub country_region_code: Code<20>,
}

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What kind of thing it was there. Unique together with the id.
    pub kind: String,
    /// Its id there.
    pub id: String,
    /// Its number there, for people.
    pub number: String,
}

/// A sales document that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewDocument {
    /// Who buys.
    pub sell_to_customer: Code<20>,
    /// Who pays.
    pub bill_to_customer: Code<20>,
    /// Who buys, as it stands on the document.
    pub sell_to: Address,
    /// Who pays.
    pub bill_to: Address,
    /// Who gets the goods.
    pub ship_to: Address,
    /// The buyer's e-mail address.
    pub email: String,
    /// The buyer's phone.
    pub phone: String,
    /// When it was ordered.
    pub order_date: NaiveDate,
    /// The date of the document.
    pub document_date: NaiveDate,
    /// The day on which it will be posted; `None`: today.
    pub posting_date: Option<NaiveDate>,
    /// The day to which its VAT belongs; `None`: that on which it will be posted.
    pub vat_reporting_date: Option<NaiveDate>,
    /// When it is to be paid; `None`: as the payment terms say.
    pub due_date: Option<NaiveDate>,
    /// The currency of its amounts; blank is the company's own.
    pub currency_code: Code<10>,
    /// Where the buyer is taxed and whether at all, where sales tax is levied; `None`: as the buyer's customer is.
    pub tax_area: Option<(Code<20>, bool)>,
    /// Whether its prices have VAT in them.
    pub prices_including_vat: bool,
    /// The buyer's own number for it.
    pub external_document_number: String,
    /// How it is sent.
    pub shipment_method_code: Code<10>,
    /// Who sends it.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// Who sells it; blank: who sells to the buyer.
    pub salesperson_code: Code<20>,
    /// How it is paid.
    pub payment_method_code: Code<10>,
    /// When it is to be paid; blank: as the payer's terms say.
    pub payment_terms_code: Code<10>,
    /// The posted invoice that a credit memo is to settle; blank: none.
    pub applies_to_document_number: Code<20>,
    /// Where the sale comes from that a credit memo takes back: the two settle each other when both are posted, whichever is
    /// first, unless it names its invoice.
    pub takes_back: Option<Source>,
    /// What the buyer wrote.
    pub work_description: String,
    /// Where it comes from.
    pub source: Option<Source>,
    /// Its number; `None`: the next of the number series.
    pub number: Option<Code<20>>,
    /// What is sold.
    pub lines: Vec<NewLine>,
    /// A discount on the whole, spread over the lines that allow it.
    pub invoice_discount: Amount,
}

/// A line that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewLine {
    /// What the line names.
    pub kind: LineKind,
    /// The number of the item or of the account.
    pub number: Code<20>,
    /// Which variant of the item.
    pub variant_code: Code<10>,
    /// What stands on the line; `None`: the name of what is sold.
    pub description: Option<String>,
    /// The unit of measure; `None`: the item's.
    pub unit_of_measure_code: Option<Code<10>>,
    /// From where it is sent.
    pub location_code: Code<10>,
    /// How many.
    pub quantity: Quantity,
    /// At which price; `None`: an item's is found in the price lists, with the discount unless one is given.
    pub unit_price: Option<Price>,
    /// Less so much, in all.
    pub line_discount_amount: Amount,
    /// What it was where it comes from.
    pub source_id: String,
}

impl NewLine {
    /// Whether its price is to be found.
    pub(super) fn is_unpriced(&self) -> bool {
        self.kind == LineKind::Item && self.unit_price.is_none()
    }
}
