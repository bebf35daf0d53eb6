use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::DocumentType;
use super::amounts::{Basis, LineAmounts};
use super::known_item::KnownItem;
use crate::currencies::{Rate, Rates};
use crate::sales_tax::Conversion;
use crate::vat::Calculation;
use crate::{
    Error, Result, accounts, company, currencies, customers, items, locations, number_series, payment_methods,
    payment_terms, prices, sales_setup, sales_tax, salespeople, shipment_methods, vat,
};

/// What decides the amounts of documents, read once for a batch: company, currencies, VAT set-up, accounts, and the
/// customers and items that the batch has met so far.
#[derive(Debug)]
pub struct Setup {
    pub(super) company: company::Model,
    sales: sales_setup::Model,
    currencies: HashMap<Code<10>, currencies::Model>,
    rates: Rates,
    vat: HashMap<(Code<20>, Code<20>), vat::Model>,
    taxes: sales_tax::Tables,
    accounts: HashMap<Code<20>, accounts::Model>,
    locations: HashSet<Code<10>>,
    payment_methods: HashSet<Code<10>>,
    payment_terms: HashMap<Code<10>, payment_terms::Model>,
    salespeople: HashMap<Code<20>, salespeople::Model>,
    shipment_methods: HashSet<Code<10>>,
    met: Mutex<Met>,
}

#[derive(Debug, Default)]
struct Met {
    customers: HashMap<Code<20>, Arc<customers::Model>>,
    items: HashMap<Code<20>, Arc<KnownItem>>,
}

impl Setup {
    /// Reads the set-up.
    ///
    /// # Errors
    /// [`Error::NoCompany`], or when the database fails.
    pub async fn read(c: &impl ConnectionTrait) -> Result<Self> {
        let currencies = currencies::Entity::find().all(c).await?.into_iter();
        let vat = vat::Entity::find().all(c).await?.into_iter();
        let accounts = accounts::Entity::find().all(c).await?.into_iter();
        let terms = payment_terms::Entity::find().all(c).await?.into_iter();
        let salespeople = salespeople::Entity::find().all(c).await?.into_iter();
        Ok(Self {
            company: company::read(c).await?,
            sales: sales_setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?,
            rates: Rates::read(c).await?,
            currencies: currencies.map(|currency| (currency.code.clone(), currency)).collect(),
            vat: vat.map(|vat| ((vat.business_group.clone(), vat.product_group.clone()), vat)).collect(),
            accounts: accounts.map(|account| (account.number.clone(), account)).collect(),
            taxes: sales_tax::Tables::read(c).await?,
            locations: locations::Entity::find().all(c).await?.into_iter().map(|row| row.code).collect(),
            payment_methods: payment_methods::Entity::find().all(c).await?.into_iter().map(|row| row.code).collect(),
            payment_terms: terms.map(|terms| (terms.code.clone(), terms)).collect(),
            salespeople: salespeople.map(|salesperson| (salesperson.code.clone(), salesperson)).collect(),
            shipment_methods: shipment_methods::Entity::find().all(c).await?.into_iter().map(|row| row.code).collect(),
            met: Mutex::default(),
        })
    }

    /// The number series of sales documents of a type.
    pub(super) fn numbers(&self, document_type: DocumentType) -> Result<&Code<20>> {
        let (series, of) = match document_type {
            DocumentType::Order => (&self.company.order_numbers, "sales orders"),
            DocumentType::Invoice => (&self.sales.invoice_numbers, "sales invoices"),
            DocumentType::CreditMemo => (&self.sales.credit_memo_numbers, "sales credit memos"),
            DocumentType::ReturnOrder => (&self.sales.return_order_numbers, "sales return orders"),
        };
        series.non_blank().ok_or(Error::NoNumberSeries(of))
    }

    /// Checks that documents of a type may be given their numbers by hand.
    ///
    /// # Errors
    /// [`number_series::Refusal::NotManual`]; [`Error::NoNumberSeries`] and [`Error::Unknown`] where no numbers are drawn at all.
    pub async fn check_manual_numbers(&self, tx: &Tx, document_type: DocumentType) -> Result<()> {
        number_series::lock(tx, self.numbers(document_type)?).await?.accept_manual()
    }

    /// The day on which it is `now` in the company.
    pub(super) fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        self.company.today(now)
    }

    /// When a document of that date is to be paid.
    pub(super) fn payment_dates(
        &self,
        terms: &Code<10>,
        document_type: DocumentType,
        document_date: NaiveDate,
    ) -> Result<payment_terms::Dates> {
        if terms.is_blank() {
            return Ok(payment_terms::Dates::at_once(document_date));
        }
        let known = self.payment_terms.get(terms);
        let terms = known.ok_or_else(|| Error::Unknown { kind: "payment terms", code: terms.to_string() })?;
        Ok(terms.dates(!document_type.sells(), document_date)?)
    }

    /// How a document of that type is paid when nobody says: as the payer pays. What is given back is not paid in that way,
    /// which might post a refund with it, unless the payer's terms give discounts on credit memos, too.
    pub(super) fn payment_method<'a>(
        &self,
        payer: &'a customers::Model,
        document_type: DocumentType,
    ) -> Option<&'a Code<10>> {
        let terms = self.payment_terms.get(&payer.payment_terms_code);
        let is_paid = document_type.sells() || terms.is_some_and(|terms| terms.calculate_discount_on_credit_memos);
        payer.payment_method_code.non_blank().filter(|_| is_paid)
    }

    /// How listed prices become those of a document in a currency; blank is the company's own.
    pub(super) fn rules(&self, currency: &Code<10>) -> Result<prices::Rules<'_>> {
        let precision = match currency.non_blank() {
            None => self.company.unit_amount_rounding_precision,
            Some(code) => self.known_currency(code)?.unit_amount_rounding_precision,
        };
        let vat_group = &self.sales.vat_business_posting_group_price;
        Ok(prices::Rules::new(&self.vat, vat_group, precision))
    }

    fn known_currency(&self, code: &Code<10>) -> Result<&currencies::Model> {
        self.currencies.get(code).ok_or_else(|| Error::Unknown { kind: "currency", code: code.to_string() })
    }

    /// How much of a currency one of the company's own is worth on a day; `None` for its own, and when no rate is known.
    pub(super) fn factor(&self, currency: &Code<10>, date: NaiveDate) -> Option<Rate> {
        if currency.is_blank() { None } else { self.rates.factor(currency, date).ok() }
    }

    /// Checks that the shipment and the payment method of an order are there.
    pub(super) fn check_methods(&self, shipment: &Code<10>, payment: &Code<10>) -> Result<()> {
        check_code(&self.shipment_methods, "shipment method", shipment)?;
        check_code(&self.payment_methods, "payment method", payment)
    }

    /// Checks that a salesperson is there and may be named; a blank one always may be.
    pub(super) fn check_salesperson(&self, code: &Code<20>) -> Result<()> {
        let Some(code) = code.non_blank() else { return Ok(()) };
        salespeople::check_found(self.salespeople.get(code), code)
    }

    /// The salesperson of an earlier document, for one that takes it back; blank when that one is named no more.
    pub fn salesperson_of(&self, earlier: &Code<20>) -> Code<20> {
        if self.check_salesperson(earlier).is_ok() { earlier.clone() } else { Code::blank() }
    }

    /// Who sells to a buyer when nobody says: the buyer's own salesperson, while that may be named.
    pub(super) fn salesperson<'a>(&self, buyer: &'a customers::Model) -> Option<&'a Code<20>> {
        buyer.salesperson_code.non_blank().filter(|code| self.check_salesperson(code).is_ok())
    }

    /// Checks that a location is there.
    pub(super) fn check_location(&self, code: &Code<10>) -> Result<()> {
        check_code(&self.locations, "location", code)
    }

    /// How the lines of a document are worked out that is posted on a day. Without a rate sales tax is worked out as if the
    /// currency were the company's own; posting finds the rate, or refuses.
    pub(super) fn basis(
        &self,
        lines: &[LineAmounts],
        prices_including_vat: bool,
        (precision, factor): (Decimal, Option<Rate>),
        on: NaiveDate,
    ) -> Basis {
        let own_precision = self.company.amount_rounding_precision.decimal();
        let taxed = lines.iter().filter(|line| line.calculation == Calculation::SalesTax).map(|line| &line.taxed);
        Basis {
            prices_including_vat,
            conversion: Conversion { factor: factor.unwrap_or_default(), precision, own_precision },
            taxes: self.taxes.by_taxed(taxed, on),
        }
    }

    fn met(&self) -> MutexGuard<'_, Met> {
        self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A currency as documents have it: the company's own is blank.
    pub(super) fn currency(&self, code: &Code<10>) -> Code<10> {
        if *code == self.company.currency_code { Code::blank() } else { code.clone() }
    }

    /// To what amounts in a currency are rounded; blank is the company's own.
    pub(super) fn precision(&self, currency: &Code<10>) -> Result<Decimal> {
        if currency.is_blank() {
            return Ok(self.company.amount_rounding_precision.decimal());
        }
        Ok(self.known_currency(currency)?.amount_rounding_precision.decimal())
    }

    pub(super) fn vat(&self, business: &Code<20>, product: &Code<20>) -> Result<&vat::Model> {
        self.vat
            .get(&(business.clone(), product.clone()))
            .ok_or_else(|| Error::NoVatSetup { business: business.to_string(), product: product.to_string() })
    }

    pub(super) fn account(&self, number: &Code<20>) -> Result<&accounts::Model> {
        self.accounts.get(number).ok_or_else(|| Error::Unknown { kind: "G/L account", code: number.to_string() })
    }

    /// Reads the customers of those numbers that were not met before, in one statement.
    pub(super) async fn meet_customers<'a>(
        &self,
        connection: &impl ConnectionTrait,
        numbers: impl Iterator<Item = &'a Code<20>>,
    ) -> Result<()> {
        let unmet = unmet(numbers, |number| self.met().customers.contains_key(number));
        for customer in customers::by_numbers(connection, &unmet).await? {
            self.met().customers.insert(customer.number.clone(), Arc::new(customer));
        }
        Ok(())
    }

    /// Reads the items of those numbers that were not met before, with their variants and units, in a few statements.
    pub(super) async fn meet_items<'a>(
        &self,
        connection: &impl ConnectionTrait,
        numbers: impl Iterator<Item = &'a Code<20>>,
    ) -> Result<()> {
        use items::{unit_of_measure, variant};
        let unmet = unmet(numbers, |number| self.met().items.contains_key(number));
        if unmet.is_empty() {
            return Ok(());
        }
        let of_items = variant::Column::ItemNumber.is_in(unmet.clone());
        let variants = variant::Entity::find().filter(of_items).all(connection).await?;
        let of_items = unit_of_measure::Column::ItemNumber.is_in(unmet.clone());
        let units = unit_of_measure::Entity::find().filter(of_items).all(connection).await?;
        for item in items::by_numbers(connection, &unmet).await? {
            let item = KnownItem::new(item, &variants, &units);
            self.met().items.insert(item.model.number.clone(), Arc::new(item));
        }
        Ok(())
    }

    /// A customer that may have a document of that type.
    pub(super) fn customer(&self, number: &Code<20>, document_type: DocumentType) -> Result<Arc<customers::Model>> {
        let known = self.met().customers.get(number).cloned();
        let customer = known.ok_or_else(|| Error::Unknown { kind: "customer", code: number.to_string() })?;
        if customer.privacy_blocked || is_kept_from(customer.blocked, document_type) {
            return Err(Error::Blocked { kind: "customer", code: number.to_string() });
        }
        let blank = |field| Error::Blank { field, kind: "customer", code: number.to_string() };
        if customer.general_business_posting_group.is_blank() {
            return Err(blank("Gen. Bus. Posting Group"));
        }
        if customer.customer_posting_group.is_blank() {
            return Err(blank("Customer Posting Group"));
        }
        Ok(customer)
    }

    /// An item that was met, whether it may be sold or not.
    pub(super) fn known_item(&self, number: &Code<20>) -> Option<Arc<KnownItem>> {
        self.met().items.get(number).cloned()
    }

    /// An item that may stand on a document of that type.
    pub(super) fn item(&self, number: &Code<20>, document_type: DocumentType) -> Result<Arc<KnownItem>> {
        let known = self.met().items.get(number).cloned();
        let item = known.ok_or_else(|| Error::Unknown { kind: "item", code: number.to_string() })?;
        item.check_sellable(document_type)?;
        Ok(item)
    }
}

/// Whether a customer that is blocked so may have no new document of that type.
fn is_kept_from(blocked: customers::Blocked, document_type: DocumentType) -> bool {
    use customers::Blocked;
    match (blocked, document_type) {
        (Blocked::None, _) | (Blocked::Ship, DocumentType::Invoice) => false,
        (Blocked::Ship | Blocked::Invoice, DocumentType::CreditMemo | DocumentType::ReturnOrder) => false,
        (Blocked::Ship | Blocked::Invoice | Blocked::All, _) => true,
    }
}

fn check_code(known: &HashSet<Code<10>>, kind: &'static str, code: &Code<10>) -> Result<()> {
    if code.is_blank() || known.contains(code) {
        return Ok(());
    }
    Err(Error::Unknown { kind, code: code.to_string() })
}

fn unmet<'a>(numbers: impl Iterator<Item = &'a Code<20>>, is_met: impl Fn(&Code<20>) -> bool) -> Vec<Code<20>> {
    let mut unmet: Vec<_> = numbers.filter(|number| !number.is_blank() && !is_met(number)).cloned().collect();
    unmet.sort();
    unmet.dedup();
    unmet
}
