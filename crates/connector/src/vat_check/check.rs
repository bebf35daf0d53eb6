use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use database::Read;
use runtime::Clock;
use values::Code;
use values::money::Percent;

use super::ground::{Borne, Ground, Unknown};
use super::seen::{self, SeenCharges, SeenLines};
use super::{Finding, Reason, Subject};
use crate::{Connector, Error, shops};

/// What was sold in so many days is looked at.
pub const DAYS: u64 = 90;

/// What the VAT check has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VatCheck {
    /// From this day on.
    pub since: NaiveDate,
    /// Country by country.
    pub countries: Vec<CountryCheck>,
    /// The other states of the EU to which the store sends, and to which nothing was sold; whose consumers would have the VAT of
    /// customers at home.
    pub sends_to: Vec<Code<20>>,
    /// What does not agree, most lines first.
    pub findings: Vec<Finding>,
    /// Rates that Shopify charged, by country and VAT product posting group.
    pub rates: BTreeMap<(Code<20>, Code<20>), BTreeSet<Percent>>,
}

/// One country to which something was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountryCheck {
    /// Its code in Shopify; blank where an order names none.
    pub country: Code<20>,
    /// As many lines and shipping charges.
    pub lines: u64,
    /// As many bear the rate here that they bore there.
    pub agree: u64,
    /// As many bear sales tax, whose rate a tax area says: they are not compared.
    pub by_tax_area: u64,
    /// As many are of goods that are no items yet, or of charges for which the card names no account: nothing says what they
    /// would bear.
    pub unmapped: u64,
    /// The rates that Shopify charged.
    pub rates: BTreeSet<Percent>,
}

/// Compares the rates of a shop's orders with the VAT posting set-up.
///
/// # Errors
/// [`Error::NoShop`], and what the database says.
pub async fn check(connector: &Connector, shop: &str) -> Result<VatCheck, Error> {
    let clock = connector.clock();
    let read = |r| async move {
        let shop = shops::find(&r, shop).await?;
        check_shop(&r, &shop, clock).await
    };
    connector.db().read(read).await
}

/// The same for a shop card that was read already.
///
/// # Errors
/// What the database says.
pub async fn check_shop(read: &Read, shop: &shops::Model, clock: &Clock) -> Result<VatCheck, Error> {
    let since = clock.now().checked_sub_days(Days::new(DAYS)).unwrap_or_default();
    let lines = seen::lines(read, &shop.code, since).await?;
    let charges = seen::charges(read, &shop.code, since).await?;
    let titles: BTreeSet<&str> = charges.iter().map(|charge| charge.title.as_str()).collect();
    let ground = Ground::read(read, shop, &titles.into_iter().collect::<Vec<_>>()).await?;
    let mut check = Checking::default();
    lines.iter().for_each(|seen| check.take(&ground, &Alike::of_lines(&ground, seen)));
    charges.iter().for_each(|seen| check.take(&ground, &Alike::of_charges(&ground, seen)));
    let sold_to: BTreeSet<Code<20>> = check.countries.keys().cloned().collect();
    let mut check = check.end(since.date_naive());
    check.sends_to = ground.sends_to().filter(|country| !sold_to.contains(country)).cloned().collect();
    check.sends_to.sort_unstable();
    Ok(check)
}

/// Lines that are alike, whatever they are of.
struct Alike<'a> {
    country: &'a Code<20>,
    subject: Subject,
    business: Option<&'a Code<20>>,
    product: Option<&'a Code<20>>,
    charged: Percent,
    lines: u64,
    order_number: &'a str,
}

impl<'a> Alike<'a> {
    fn of_lines(ground: &'a Ground, seen: &'a SeenLines) -> Self {
        let subject = match (seen.tip, seen.gift_card) {
            (true, _) => Subject::Tips,
            (false, true) => Subject::GiftCards,
            (false, false) => Subject::Goods,
        };
        let of_item = seen.item_group.as_ref().filter(|_| subject == Subject::Goods);
        let country = country(&seen.ship_to, &seen.bill_to);
        Self {
            country,
            subject,
            business: seen.customer_group.as_ref().or_else(|| {
                let (b2b, registered) = (seen.b2b, is_registered(seen.b2b, seen.rate));
                let buyer = (&seen.buyer_country, seen.buyer_county.as_str());
                ground.group_of_unknown(&Unknown { template: &seen.template, country, b2b, registered, buyer })
            }),
            product: of_item.or_else(|| ground.group_of(subject)),
            charged: seen.rate.unwrap_or_default(),
            lines: u64::try_from(seen.lines).unwrap_or_default(),
            order_number: &seen.order_number,
        }
    }

    fn of_charges(ground: &'a Ground, seen: &'a SeenCharges) -> Self {
        let country = country(&seen.ship_to, &seen.bill_to);
        Self {
            country,
            subject: Subject::Shipping,
            business: seen.customer_group.as_ref().or_else(|| {
                let (b2b, registered) = (seen.b2b, is_registered(seen.b2b, seen.rate));
                let buyer = (&seen.buyer_country, seen.buyer_county.as_str());
                ground.group_of_unknown(&Unknown { template: &seen.template, country, b2b, registered, buyer })
            }),
            product: ground.group_of_charge(&seen.title),
            charged: seen.rate.unwrap_or_default(),
            lines: u64::try_from(seen.lines).unwrap_or_default(),
            order_number: &seen.order_number,
        }
    }

    fn finding(&self, reason: Reason, percent: Option<Percent>) -> Finding {
        Finding {
            country: self.country.clone(),
            subject: self.subject,
            reason,
            business_group: self.business.cloned().unwrap_or_default(),
            product_group: self.product.cloned().unwrap_or_default(),
            shopify_percent: self.charged,
            percent,
            lines: self.lines,
            order_number: self.order_number.to_owned(),
        }
    }
}

/// Whether a buyer that nobody has read yet counts as registered for VAT: a company to which Shopify has charged none.
fn is_registered(b2b: bool, rate: Option<Percent>) -> bool {
    b2b && rate.unwrap_or_default().is_zero()
}

/// Where VAT is owed: where the goods went; what was sent nowhere, where it was billed.
fn country<'a>(ship_to: &'a Code<20>, bill_to: &'a Code<20>) -> &'a Code<20> {
    ship_to.non_blank().unwrap_or(bill_to)
}

/// What tells findings apart.
type Key = (Code<20>, Subject, Code<20>, Code<20>, Percent);

#[derive(Default)]
struct Checking {
    countries: BTreeMap<Code<20>, CountryCheck>,
    findings: BTreeMap<Key, Finding>,
    rates: BTreeMap<(Code<20>, Code<20>), BTreeSet<Percent>>,
}

impl Checking {
    fn take(&mut self, ground: &Ground, alike: &Alike<'_>) {
        let new = || CountryCheck { country: alike.country.clone(), ..CountryCheck::default() };
        let country = self.countries.entry(alike.country.clone()).or_insert_with(new);
        country.lines += alike.lines;
        country.rates.insert(alike.charged);
        let Some(product) = alike.product else {
            country.unmapped += alike.lines;
            return;
        };
        if !alike.charged.is_zero() {
            self.rates.entry((alike.country.clone(), product.clone())).or_default().insert(alike.charged);
        }
        let Some(business) = alike.business else {
            return self.find(alike.finding(Reason::NoGroup, None));
        };
        match ground.borne(business, product) {
            Borne::ByTaxArea => country.by_tax_area += alike.lines,
            Borne::Percent(percent) if percent == alike.charged => country.agree += alike.lines,
            Borne::Percent(percent) => self.find(alike.finding(Reason::Rate, Some(percent))),
            Borne::Nothing => self.find(alike.finding(Reason::NoSetup, None)),
        }
    }

    /// Takes a finding up; those that say the same become one.
    fn find(&mut self, finding: Finding) {
        let Finding { country, subject, business_group, product_group, shopify_percent, .. } = finding.clone();
        let key = (country, subject, business_group, product_group, shopify_percent);
        let lines = finding.lines;
        let known = self.findings.entry(key).or_insert(Finding { lines: 0, ..finding });
        known.lines += lines;
    }

    fn end(self, since: NaiveDate) -> VatCheck {
        let mut findings: Vec<Finding> = self.findings.into_values().collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.lines));
        let countries = self.countries.into_values().collect();
        VatCheck { since, countries, findings, rates: self.rates, sends_to: Vec::new() }
    }
}
