use chrono::NaiveDate;
use uuid::Uuid;
use values::Code;
use values::money::{Percent, Price};

use crate::currencies::Rate;
use crate::customers;

/// Who pays, when and in what: all that a price depends on beside what is sold. The customer need not be there, as when
/// prices are shown to someone who has none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The day: that of the order, for orders; the posting date for invoices and credit memos.
    pub date: NaiveDate,
    /// Who pays; blank: no one in particular.
    pub customer_number: Code<20>,
    /// Their price group.
    pub customer_price_group: Code<10>,
    /// Their discount group.
    pub customer_discount_group: Code<20>,
    /// The campaign whose prices hold; blank: none.
    pub campaign_number: Code<20>,
    /// The currency; blank is the company's own.
    pub currency_code: Code<10>,
    /// How much of it one of the company's own is worth; `None`: what it is on that day.
    pub currency_factor: Option<Rate>,
    /// Whether prices are wanted with VAT in them.
    pub prices_including_vat: bool,
    /// The VAT business posting group of the buyer.
    pub vat_business_posting_group: Code<20>,
    /// Whether discounts are given where no price list says so.
    pub allow_line_discount: bool,
}

impl Terms {
    /// Those of a customer who pays for what they buy themselves.
    pub fn of(customer: &customers::Model, date: NaiveDate) -> Self {
        Self {
            customer_number: customer.number.clone(),
            customer_price_group: customer.customer_price_group.clone(),
            customer_discount_group: customer.customer_discount_group.clone(),
            currency_code: customer.currency_code.clone(),
            prices_including_vat: customer.prices_including_vat,
            vat_business_posting_group: customer.vat_business_posting_group.clone(),
            allow_line_discount: customer.allow_line_discount,
            ..Self::on(date)
        }
    }

    /// Those of no one in particular, in the company's own currency, with no VAT in the prices.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            date,
            customer_number: Code::blank(),
            customer_price_group: Code::blank(),
            customer_discount_group: Code::blank(),
            campaign_number: Code::blank(),
            currency_code: Code::blank(),
            currency_factor: None,
            prices_including_vat: false,
            vat_business_posting_group: Code::blank(),
            allow_line_discount: true,
        }
    }
}

/// What one unit costs, and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The price of one unit, in the currency of the terms, with VAT in it where they say so.
    pub unit_price: Price,
    /// The discount, in percent.
    pub line_discount_percent: Percent,
    /// Whether a discount on the line may be given on top of the price.
    pub allow_line_discount: bool,
    /// Whether a discount on the whole may be given on top of the price.
    pub allow_invoice_discount: bool,
    /// The price list line of the price; `None`: it is the item's own.
    pub price_line: Option<Uuid>,
    /// The price list line of the discount; `None`: there is none.
    pub discount_line: Option<Uuid>,
}
