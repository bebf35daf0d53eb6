use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use back_office::payment_methods;
use back_office::sales::LineKind;
use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use super::{ChargeType, Currencies, payment_method, payment_terms, shipment_method, tax_area};
use crate::Error;
use crate::customers::Setup;
use crate::orders::options::PaymentTermsType;
use crate::shops::options::CountySource;
use crate::{locations, shops, staff_members};

/// What is known of a shop's names, read once per run: these tables are short.
#[derive(Debug, Default)]
pub(crate) struct Mappings {
    shipment_methods: HashMap<String, shipment_method::Model>,
    payment_methods: HashMap<(String, String), payment_method::Model>,
    payment_terms: HashMap<(PaymentTermsType, String), payment_terms::Model>,
    tax_areas: Vec<tax_area::Model>,
    locations: HashMap<i64, Code<10>>,
    salespeople: HashMap<i64, Code<20>>,
    paying_at_once: HashSet<Code<10>>,
    written: Arc<Mutex<HashSet<Name>>>,
    /// What is set up for customers.
    pub(crate) customers: Setup,
    /// What currencies are called here.
    pub(crate) currencies: Currencies,
}

/// A name that orders have brought: the list in which it is to be given a code, and what it is there.
type Name = (&'static str, String);

impl Mappings {
    /// Those of a shop.
    pub(crate) async fn read(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Self, Error> {
        use locations::Column::{DefaultLocationCode, LocationId};
        use payment_methods::Column::{BalancingAccountNumber, Code as MethodCode};
        use staff_members::Column::{SalespersonCode, ShopifyStaffMemberId};
        let of_shop = shipment_method::Column::ShopCode.eq(shop.clone());
        let shipment = shipment_method::Entity::find().filter(of_shop).all(c).await?.into_iter();
        let of_shop = payment_method::Column::ShopCode.eq(shop.clone());
        let payment = payment_method::Entity::find().filter(of_shop).all(c).await?.into_iter();
        let of_shop = payment_terms::Column::ShopCode.eq(shop.clone());
        let terms = payment_terms::Entity::find().filter(of_shop).all(c).await?.into_iter();
        let of_shop = locations::Column::ShopCode.eq(shop.clone());
        let places = locations::Entity::find().select_only().columns([LocationId, DefaultLocationCode]);
        let places: Vec<(i64, Code<10>)> = places.filter(of_shop).into_tuple().all(c).await?;
        let of_shop = staff_members::Column::ShopCode.eq(shop.clone());
        let staff = staff_members::Entity::find().select_only().columns([ShopifyStaffMemberId, SalespersonCode]);
        let staff: Vec<(i64, Code<20>)> = staff.filter(of_shop).into_tuple().all(c).await?;
        let paying = payment_methods::Entity::find().select_only().column(MethodCode);
        let paying: Vec<Code<10>> = paying.filter(BalancingAccountNumber.ne("")).into_tuple().all(c).await?;
        Ok(Self {
            shipment_methods: shipment.map(|row| (row.name.clone(), row)).collect(),
            payment_methods: payment.map(|row| ((row.gateway.clone(), row.credit_card_company.clone()), row)).collect(),
            payment_terms: terms.map(|row| ((row.kind.clone(), row.name.clone()), row)).collect(),
            tax_areas: tax_area::Entity::find().all(c).await?,
            locations: places.into_iter().filter(|(_, code)| !code.is_blank()).collect(),
            salespeople: staff.into_iter().collect(),
            paying_at_once: paying.into_iter().collect(),
            written: Arc::default(),
            customers: Setup::read(c, shop).await?,
            currencies: Currencies::read(c).await?,
        })
    }

    /// Whether this run has written the name down already: the lists were read before.
    pub(super) fn is_written(&self, list: &'static str, name: &str) -> bool {
        locked(&self.written).contains(&(list, name.to_owned()))
    }

    /// Knows that these names are written down, once they are.
    pub(super) fn write_down(&self, tx: &Tx, list: &'static str, names: Vec<String>) {
        let written = Arc::clone(&self.written);
        tx.after_commit(move || locked(&written).extend(names.into_iter().map(|name| (list, name))));
    }

    /// The shipping method of that name.
    pub(crate) fn shipment_method(&self, name: &str) -> Option<&shipment_method::Model> {
        self.shipment_methods.get(name)
    }

    /// What a shipping charge of that name is sold as: what the name is mapped to, else the account of the shop card.
    /// The number is blank when there is neither.
    pub(crate) fn charge<'a>(&'a self, shop: &'a shops::Model, name: &str) -> (LineKind, &'a Code<20>) {
        let mapped = self.shipment_method(name).filter(|row| !row.shipping_charges_number.is_blank());
        match mapped.map(|row| (row.shipping_charges_type, &row.shipping_charges_number)) {
            Some((ChargeType::Account, number)) => (LineKind::Account, number),
            Some((ChargeType::Item, number)) => (LineKind::Item, number),
            Some((ChargeType::Blank, _)) | None => (LineKind::Account, &shop.shipping_charges_account),
        }
    }

    /// Who sends what is charged for under that name, and by which service; blank when nobody has said so.
    pub(crate) fn agent(&self, name: &str) -> (Code<10>, Code<10>) {
        let mapped = self.shipment_method(name);
        mapped.map(|row| (row.shipping_agent_code.clone(), row.shipping_agent_service_code.clone())).unwrap_or_default()
    }

    /// The payments by a gateway and a card.
    pub(crate) fn payment_method(&self, gateway: &str, card: &str) -> Option<&payment_method::Model> {
        self.payment_methods.get(&(gateway.to_owned(), card.to_owned()))
    }

    /// Whether posting a document by that method pays all of it.
    pub(crate) fn pays_at_once(&self, method: &Code<10>) -> bool {
        self.paying_at_once.contains(method)
    }

    /// The payment terms of that type and name.
    pub(crate) fn payment_terms(&self, kind: &PaymentTermsType, name: &str) -> Option<&payment_terms::Model> {
        self.payment_terms.get(&(kind.clone(), name.to_owned()))
    }

    /// The location of the back office that a location of the store is, by its id in Shopify; blank for one that nobody
    /// has mapped.
    pub(crate) fn location(&self, location_id: i64) -> Code<10> {
        self.locations.get(&location_id).cloned().unwrap_or_default()
    }

    /// The salesperson that a staff member of the store is, by the id in Shopify; blank for one whom nobody has mapped.
    pub(crate) fn salesperson(&self, staff_member_id: i64) -> Code<20> {
        self.salespeople.get(&staff_member_id).cloned().unwrap_or_default()
    }

    /// The place of an address, by its country and what the shop card takes for its county.
    pub(crate) fn tax_area(&self, country: &Code<20>, county: &str, source: CountySource) -> Option<&tax_area::Model> {
        let is_there = |area: &&tax_area::Model| match source {
            // A longer code is none: cut, it might be that of another county.
            CountySource::Code if county.chars().count() > 10 => false,
            CountySource::Code => area.county_code == Code::<10>::cut(county),
            CountySource::Name => area.county == county,
        };
        self.tax_areas.iter().filter(|area| area.country_region_code == *country).find(is_there)
    }
}

impl Mappings {
    /// The provinces of a country, by its ISO code.
    pub(crate) fn provinces(&self, country: &Code<20>) -> impl Iterator<Item = &tax_area::Model> {
        let of_country = self.tax_areas.iter().filter(move |area| area.country_region_code == *country);
        of_country.filter(|area| !area.county.is_empty())
    }
}

fn locked(written: &Mutex<HashSet<Name>>) -> MutexGuard<'_, HashSet<Name>> {
    written.lock().unwrap_or_else(PoisonError::into_inner)
}
