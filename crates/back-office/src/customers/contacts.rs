use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::find::{email_key, phone_key, same_phone};
use super::{Column, Entity, Model};
use crate::Result;

/// Which customer has an e-mail address or a phone number, of those that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    emails: HashMap<String, Code<20>>,
    /// By the last digits of their numbers.
    phones: HashMap<String, Vec<(String, Code<20>)>>,
}

impl Contacts {
    /// Reads the customers of those e-mail addresses and phone numbers, in one statement.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read<'a>(
        connection: &impl ConnectionTrait,
        asked: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self> {
        let (mut emails, mut phones): (Vec<_>, Vec<_>) =
            asked.map(|(email, phone)| (email_key(email), phone_key(phone))).unzip();
        for keys in [&mut emails, &mut phones] {
            keys.retain(|key| !key.is_empty());
            keys.sort_unstable();
            keys.dedup();
        }
        if emails.is_empty() && phones.is_empty() {
            return Ok(Self::default());
        }
        let any = Condition::any().add(Column::EmailKey.is_in(emails)).add(Column::PhoneKey.is_in(phones));
        let found: Vec<(Code<20>, String, String)> = Entity::find()
            .select_only()
            .columns([Column::Number, Column::EmailKey, Column::PhoneNumber])
            .filter(any)
            .order_by_asc(Column::Number)
            .into_tuple()
            .all(connection)
            .await?;
        let mut contacts = Self::default();
        for (number, email, phone) in found {
            contacts.add(email, phone, &number);
        }
        Ok(contacts)
    }

    /// Remembers a customer that has been made since.
    pub fn remember(&mut self, customer: &Model) {
        self.add(customer.email_key.clone(), customer.phone_number.clone(), &customer.number);
    }

    fn add(&mut self, email: String, phone: String, number: &Code<20>) {
        if !email.is_empty() {
            self.emails.entry(email).or_insert_with(|| number.clone());
        }
        let key = phone_key(&phone);
        if !key.is_empty() {
            self.phones.entry(key).or_default().push((phone, number.clone()));
        }
    }

    /// The customer with that e-mail address, whatever its case, else the one with that phone number, with or without its
    /// country and whatever stands between its digits; the first by number when there are several.
    pub fn find(&self, email: &str, phone: &str) -> Option<&Code<20>> {
        self.emails.get(&email_key(email)).or_else(|| {
            let alike = self.phones.get(&phone_key(phone))?;
            alike.iter().find(|(known, _)| same_phone(known, phone)).map(|(_, number)| number)
        })
    }
}
