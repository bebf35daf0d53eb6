//! A world in which documents are changed.

use back_office::Result;
use back_office::sales::{self, ChangeDocument, ChangeLine, NewLine, header, line};
use database::testing::start;
use uuid::Uuid;
use values::money::Amount;

use crate::world::World;

impl World {
    pub async fn change_line(&self, id: Uuid, line: i32, change: ChangeLine) -> Result<header::Model> {
        let (setup, change, cx) = (&self.setup().await, &change, &self.context());
        let write = |tx| async move { sales::change_line(&tx, setup, id, None, line * 10_000, change, cx).await };
        self.test.db.write(write).await
    }

    pub async fn change_document(&self, id: Uuid, change: ChangeDocument) -> Result<header::Model> {
        let (setup, change, cx) = (&self.setup().await, &change, &self.context());
        let write = |tx| async move { sales::change_document(&tx, setup, id, None, change, cx).await };
        self.test.db.write(write).await
    }

    pub async fn add_lines(&self, id: Uuid, new: &[NewLine]) -> Result<header::Model> {
        let (setup, cx) = (&self.setup().await, &self.context());
        self.test.db.write(|tx| async move { sales::add_lines(&tx, setup, id, None, new, cx).await }).await
    }

    pub async fn delete_line(&self, id: Uuid, line: i32) -> Result<header::Model> {
        let (setup, cx) = (&self.setup().await, &self.context());
        let write = |tx| async move { sales::delete_line(&tx, setup, id, None, line * 10_000, cx).await };
        self.test.db.write(write).await
    }

    pub async fn delete(&self, id: Uuid) -> Result<()> {
        let cx = &self.context();
        self.test.db.write(|tx| async move { sales::delete(&tx, id, None, cx).await }).await
    }

    /// Gives a discount on the whole.
    pub async fn give(&self, id: Uuid, discount: Amount) -> Result<header::Model> {
        let (setup, cx) = (&self.setup().await, &self.context());
        let write = |tx| async move { sales::give_invoice_discount(&tx, setup, id, None, discount, cx).await };
        self.test.db.write(write).await
    }

    pub async fn released(&self, id: Uuid) {
        let cx = &self.context();
        self.test.db.write(|tx| async move { sales::release(&tx, id, cx).await }).await.unwrap();
    }

    pub async fn reopened(&self, id: Uuid) {
        self.test.db.write(|tx| async move { sales::reopen(&tx, id, start()).await }).await.unwrap();
    }

    /// A document of which all holds that must always hold.
    pub async fn checked(&self, id: Uuid) -> (header::Model, Vec<line::Model>) {
        let (header, lines) = self.read(id).await;
        let sum = |of: fn(&line::Model) -> Amount| lines.iter().map(of).sum::<Amount>();
        assert_eq!(header.amount, sum(|line| line.amount));
        assert_eq!(header.amount_including_vat, sum(|line| line.amount_including_vat));
        assert_eq!(header.vat_amount, header.amount_including_vat - header.amount);
        assert_eq!(header.invoice_discount_amount, sum(|line| line.invoice_discount_amount));
        for line in &lines {
            let net = line.line_amount - line.invoice_discount_amount;
            let whole = if header.prices_including_vat { line.amount_including_vat } else { line.amount };
            assert_eq!(net, whole, "{line:?}");
            let gross = line.quantity.decimal() * line.unit_price.decimal();
            let cent = "0.01".parse().unwrap();
            assert_eq!(line.line_amount + line.line_discount_amount, Amount::rounded(gross, cent).unwrap(), "{line:?}");
        }
        (header, lines)
    }
}
