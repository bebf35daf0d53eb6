//! The back office of the world: its company, and the records that people keep in it.

use back_office::upkeep::{self, Upkeep};
use back_office::{accounts, currencies, customers, inventory_setup, items, locations, number_series, setup, vat};
use database::testing::start;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use values::Code;
use values::money::Percent;

use super::World;

/// What the store sells in.
const STORE_CURRENCY: &str = "NOK";

impl World {
    /// Founds it, as its setup does, with goods, a customer, and the worth of what the store sells in.
    pub(super) async fn found(&self, currency: &str) {
        let new = &setup::NewCompany {
            name: "Fjord Outfitters AS".into(),
            currency_code: Code::cut(currency),
            time_zone: chrono_tz::Europe::Oslo,
        };
        let random = &self.random;
        let write = |tx| async move {
            setup::install(&tx, new, start(), random).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
        if currency != STORE_CURRENCY {
            let rate = [
                ("currencyCode", STORE_CURRENCY),
                ("startingDate", "2020-01-01"),
                ("exchangeRateAmount", "100"),
                ("relationalExchangeRateAmount", "65"),
            ];
            self.keep::<currencies::exchange_rate::Entity>(&rate).await.unwrap();
        }
        self.add_items(&[("1000", "HIGH"), ("2000", "HIGH"), ("3000", "ZERO")]).await;
        self.add_customer("kari@example.com").await;
    }

    /// Goods are sent from a location, and it must be said which.
    pub async fn locations_are_mandatory(&self) {
        let mandatory = inventory_setup::ActiveModel { location_mandatory: Set(true), ..Default::default() };
        let mandatory = &mandatory;
        let write = |tx| async move {
            inventory_setup::Entity::update_many().set(mandatory.clone()).exec(&tx).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    pub async fn add_items(&self, numbers: &[(&str, &str)]) {
        let new = |(number, vat_group): &(&str, &str)| items::NewItem {
            number: Code::cut(number),
            description: format!("Item {number}"),
            item_type: items::ItemType::Inventory,
            template_code: Code::blank(),
            gtin: String::new(),
            unit_price: 100.into(),
            price_includes_vat: Some(true),
            unit_of_measure_code: Code::cut("PCS"),
            vat_product_posting_group: Code::cut(vat_group),
        };
        let (all, random): (&Vec<items::NewItem>, _) = (&numbers.iter().map(new).collect(), &self.random);
        let write = |tx| async move { items::create_many(&tx, all, start(), random).await };
        self.test.db.write(write).await.unwrap();
    }

    /// Items of these numbers, which are sold at 25 %.
    pub async fn add_numbered(&self, numbers: &[String]) {
        let numbers: Vec<_> = numbers.iter().map(|number| (number.as_str(), "HIGH")).collect();
        self.add_items(&numbers).await;
    }

    pub async fn add_customer(&self, email: &str) -> Code<20> {
        let new = &customers::NewCustomer { name: "Kari Nordmann".into(), email: email.into(), ..Default::default() };
        let random = &self.random;
        let write = |tx| async move {
            let template = customers::template::find(&tx, &Code::cut("DOMESTIC")).await?;
            customers::create(&tx, new, &template, start(), random).await
        };
        self.test.db.write(write).await.unwrap().number
    }

    /// A location of that code.
    pub async fn add_location(&self, code: &str) {
        let random = &self.random;
        let write = |tx| async move {
            let location = locations::Model { id: random.id(start()), code: Code::cut(code), name: code.into() };
            locations::Entity::insert(location.into_active_model()).exec_without_returning(&tx).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    /// A VAT group of that many percent, with an account of that number in it.
    pub async fn add_vat(&self, group: &str, percent: i32, account: &str) {
        let random = &self.random;
        let write = |tx| async move {
            let setup = vat::Model {
                id: random.id(start()),
                business_group: Code::cut("DOMESTIC"),
                product_group: Code::cut(group),
                calculation_type: vat::Calculation::Normal,
                percent: Percent::from(percent),
                identifier: Code::cut(group),
                ..vat::Model::default()
            };
            vat::Entity::insert(setup.into_active_model()).exec_without_returning(&tx).await?;
            let account = accounts::Model {
                id: random.id(start()),
                number: Code::cut(account),
                name: format!("Account {account}"),
                account_type: accounts::AccountType::Posting,
                direct_posting: true,
                blocked: false,
                general_product_posting_group: Code::cut("RETAIL"),
                vat_product_posting_group: Code::cut(group),
                tax_group_code: Code::blank(),
            };
            accounts::Entity::insert(account.into_active_model()).exec_without_returning(&tx).await?;
            back_office::Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }

    /// Makes a record of a list that people keep.
    pub async fn keep<E: Upkeep>(&self, fields: &[(&str, &str)]) -> back_office::Result<E::Model> {
        let (given, random) = (&given::<E>(fields), &self.random);
        self.test.db.write(|tx| async move { upkeep::make::<E>(&tx, given, start(), random).await }).await
    }

    /// Changes the one record of a list for which this holds.
    pub async fn mend<E: Upkeep>(
        &self,
        which: impl Fn(&E::Model) -> bool,
        fields: &[(&str, &str)],
    ) -> back_office::Result<E::Model>
    where
        E::Model: Clone,
    {
        let record = &self.all::<E>().await.into_iter().find(|record| which(record)).unwrap();
        let (given, now, random) = (&given::<E>(fields), self.now(), &self.random);
        let write = |tx| async move { upkeep::change::<E>(&tx, record.clone(), given, now, random).await };
        self.test.db.write(write).await
    }

    /// Takes the one record of a list away for which this holds.
    pub async fn remove<E: Upkeep>(&self, which: impl Fn(&E::Model) -> bool) -> back_office::Result<()>
    where
        E::Model: Clone + sea_orm::ModelTrait<Entity = E>,
    {
        let record = &self.all::<E>().await.into_iter().find(|record| which(record)).unwrap();
        self.test.db.write(|tx| async move { upkeep::remove::<E>(&tx, record.clone()).await }).await
    }

    /// The number series of sales orders ends with that number, or not at all.
    pub async fn end_order_numbers(&self, ending: &str) {
        self.end_numbers("S-ORDER", ending).await;
    }

    /// The same of any number series.
    pub async fn end_numbers(&self, series: &str, ending: &str) {
        let line = number_series::line::ActiveModel {
            ending_number: Set(Code::cut(ending)),
            open: Set(true),
            ..Default::default()
        };
        let update = &number_series::line::Entity::update_many()
            .set(line)
            .filter(number_series::line::Column::SeriesCode.eq(Code::<20>::cut(series)));
        let write = |tx| async move { Ok::<_, back_office::Error>(update.clone().exec(&tx).await?) };
        assert_eq!(self.test.db.write(write).await.unwrap().rows_affected, 1);
    }
}

/// Values, by the names of the fields of a list.
fn given<E: Upkeep>(fields: &[(&str, &str)]) -> upkeep::Given {
    let value = |(name, text): &(&str, &str)| {
        let field = E::field(name).unwrap_or_else(|| panic!("there is no field {name}"));
        ((*name).to_owned(), values::field::Value::from_text(field.kind, text).unwrap())
    };
    fields.iter().map(value).collect()
}
