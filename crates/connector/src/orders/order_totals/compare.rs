use values::Code;
use values::money::Amount;

use super::Document;
use super::document::Line;
use crate::orders::process::{DUTIES, ROUNDING};
use crate::orders::staged::Sale;
use crate::orders::totals::{Expected, Stand, expected, net};
use crate::shops::options::CurrencyHandling::{self, PresentmentCurrency, ShopCurrency};

values::options! {
    /// Of what a sum is made.
    pub enum Part {
        /// What is sold, after the discounts of the lines.
        #[default]
        Goods => "Goods",
        /// The discount on the whole, as less than nothing.
        InvoiceDiscount => "Invoice Discount",
        /// What is charged for sending it.
        Shipping => "Shipping",
        /// The duties, where prices exclude them.
        Duties => "Duties",
        /// What the store charges beside.
        AdditionalFees => "Additional Fees",
        /// What cash was rounded by.
        CashRounding => "Cash Rounding",
        /// What stands on the document alone.
        Other => "Other",
        /// The taxes, included or not.
        Tax => "Tax",
        /// All of it, taxes with it.
        Total => "Total",
    }
}

/// One sum, in Shopify and on the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Of what.
    pub part: Part,
    /// What it is called; blank where the part says it.
    pub name: String,
    /// In shop money.
    pub shop_amount: Amount,
    /// In presentment money.
    pub presentment_amount: Amount,
    /// On the document, in its money; `None`: there is no document.
    pub document_amount: Option<Amount>,
}

/// An order and its document, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderTotals {
    /// In which of the two moneys the document is.
    pub currency_handling: CurrencyHandling,
    /// The currency of shop money.
    pub currency_code: Code<10>,
    /// The currency of presentment money.
    pub presentment_currency_code: Code<10>,
    /// The document, if there is one.
    pub document: Option<Document>,
    /// Line by line.
    pub lines: Vec<Compared>,
    /// Part by part, to the total.
    pub totals: Vec<Compared>,
}

impl OrderTotals {
    /// By how much the document comes to more; `None`: there is no document.
    pub fn difference(&self, of: &Compared) -> Option<Amount> {
        Some(of.document_amount? - self.currency_handling.pick(of.shop_amount, of.presentment_amount))
    }
}

/// Puts an order and its document side by side. What stands on one side alone is nothing on the other.
pub(super) fn compare(sale: &Sale, handling: CurrencyHandling, document: Option<Document>) -> OrderTotals {
    let mut left: Option<Vec<Line>> = document.as_ref().map(|document| document.lines.clone());
    let both = &(expected(sale, ShopCurrency), expected(sale, PresentmentCurrency));
    let mut lines: Vec<Compared> = told(sale, both).into_iter().map(|told| told.beside(left.as_mut())).collect();
    let others = left.unwrap_or_default().into_iter().filter(|line| !line.amount.is_zero());
    lines.extend(others.map(|line| Compared {
        part: Part::Other,
        name: line.description,
        shop_amount: Amount::ZERO,
        presentment_amount: Amount::ZERO,
        document_amount: Some(line.amount),
    }));
    OrderTotals {
        currency_handling: handling,
        currency_code: sale.order.currency_code.clone(),
        presentment_currency_code: sale.order.presentment_currency_code.clone(),
        totals: totals(both, document.as_ref(), &lines),
        document,
        lines,
    }
}

/// What the order comes to in shop money, and in presentment money.
type Both = (Expected, Expected);

/// A line as Shopify tells it.
struct Told {
    part: Part,
    name: String,
    source: String,
    shop: Amount,
    presentment: Amount,
}

impl Told {
    /// With the line of the document that was made of it, which is then taken.
    fn beside(self, lines: Option<&mut Vec<Line>>) -> Compared {
        let document_amount = lines.map(|lines| {
            let at = lines.iter().position(|line| line.source == self.source);
            at.map_or(Amount::ZERO, |at| lines.remove(at).amount)
        });
        Compared {
            part: self.part,
            name: self.name,
            shop_amount: self.shop,
            presentment_amount: self.presentment,
            document_amount,
        }
    }
}

/// The lines that a document has, in its order.
fn told(sale: &Sale, both: &Both) -> Vec<Told> {
    let stand = Stand::of(&sale.order);
    let sold = sale.lines.iter().filter(|line| stand.sells(line));
    let goods = sold.map(|line| Told {
        part: Part::Goods,
        name: [line.description.as_str(), &line.variant_description].join(" ").trim().to_owned(),
        source: line.line_id.to_string(),
        shop: net(sale, line, ShopCurrency),
        presentment: net(sale, line, PresentmentCurrency),
    });
    let shipping = sale.shipping_charges.iter().filter(|charge| charge.amount > Amount::ZERO).map(|charge| Told {
        part: Part::Shipping,
        name: charge.title.clone(),
        source: charge.shipping_line_id.to_string(),
        shop: charge.amount - charge.discount_amount,
        presentment: charge.presentment_amount - charge.presentment_discount_amount,
    });
    let fees = sale.additional_fees.iter().map(|fee| Told {
        part: Part::AdditionalFees,
        name: fee.name.clone(),
        source: fee.additional_fee_id.to_string(),
        shop: fee.amount,
        presentment: fee.presentment_amount,
    });
    let one = |part, source: &str, of: fn(&Expected) -> Amount| Told {
        part,
        name: String::new(),
        source: source.to_owned(),
        shop: of(&both.0),
        presentment: of(&both.1),
    };
    let duties = [one(Part::Duties, DUTIES, |told| told.duties)];
    let rounding = [one(Part::CashRounding, ROUNDING, |told| told.rounding)];
    let single = duties.into_iter().chain(fees).chain(rounding);
    let single = single.filter(|told| !told.shop.is_zero() || !told.presentment.is_zero());
    goods.chain(shipping).chain(single).collect()
}

fn totals(both: &Both, document: Option<&Document>, lines: &[Compared]) -> Vec<Compared> {
    let of_lines = |part: Part| {
        let own = lines.iter().filter(move |line| line.part == part);
        document.map(|_| own.filter_map(|line| line.document_amount).sum())
    };
    let row = |part: Part, of: fn(&Expected) -> Amount, document_amount: Option<Amount>| Compared {
        part,
        name: String::new(),
        shop_amount: of(&both.0),
        presentment_amount: of(&both.1),
        document_amount,
    };
    let is_something = |row: &Compared| {
        let amounts = [Some(row.shop_amount), Some(row.presentment_amount), row.document_amount];
        amounts.into_iter().flatten().any(|amount| !amount.is_zero())
    };
    let seldom = [
        row(
            Part::InvoiceDiscount,
            |told| Amount::ZERO - told.invoice_discount,
            document.map(|document| Amount::ZERO - document.invoice_discount),
        ),
        row(Part::Shipping, |told| told.shipping, of_lines(Part::Shipping)),
        row(Part::Duties, |told| told.duties, of_lines(Part::Duties)),
        row(Part::AdditionalFees, |told| told.additional_fees, of_lines(Part::AdditionalFees)),
        row(Part::CashRounding, |told| told.rounding, of_lines(Part::CashRounding)),
        row(Part::Other, |_| Amount::ZERO, of_lines(Part::Other)),
    ];
    let always = [
        row(Part::Tax, |told| told.tax, document.map(|document| document.vat)),
        row(Part::Total, |told| told.total, document.map(|document| document.including_vat)),
    ];
    std::iter::once(row(Part::Goods, |told| told.goods, of_lines(Part::Goods)))
        .chain(seldom.into_iter().filter(is_something))
        .chain(always)
        .collect()
}
