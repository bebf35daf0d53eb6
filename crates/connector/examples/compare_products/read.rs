//! The same rows, read with nothing but SQL.

use back_office::items;
use connector::Connector;
use connector::products::staged::{product, variant};
use sea_orm::{ConnectionTrait, EntityName, Statement};
use serde_json::json;

use crate::Fallible;

/// Reads every row of products, variants, items, their variants and their units, and prints how many they are and what it took.
pub async fn read(connector: &Connector) -> Fallible<()> {
    let tables = [
        product::Entity.table_name(),
        variant::Entity.table_name(),
        items::Entity.table_name(),
        items::variant::Entity.table_name(),
        items::unit_of_measure::Entity.table_name(),
    ];
    let tables = &tables;
    let began = connector.clock().now();
    let read = |r: database::Read| async move {
        let mut rows = 0;
        for table in tables {
            let all = Statement::from_string(r.get_database_backend(), format!("SELECT * FROM {table}"));
            rows += r.query_all_raw(all).await?.len();
        }
        database::Result::<_>::Ok(rows)
    };
    let rows = connector.db().read(read).await?;
    let took = connector.clock().now() - began;
    println!("{}", json!({ "rows": rows, "milliseconds": took.num_milliseconds() }));
    Ok(())
}
