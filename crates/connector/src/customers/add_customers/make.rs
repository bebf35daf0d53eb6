use back_office::customers;
use database::Tx;
use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::customers::CustomerInput;
use values::Code;

use crate::customers::export::{MakeCustomers, Reason, Wanted, all};
use crate::customers::staged::{self, Whole, customer};
use crate::orders::import::number;
use crate::orders::mapping::Ground;

/// What came of making customers.
#[derive(Clone, Debug, Default)]
pub(super) struct Made {
    /// Those that were made.
    pub made: Vec<(Whole, customers::Model)>,
    /// Those that were not, and why.
    pub refused: Vec<(Code<20>, Reason)>,
}

/// Makes customers in the store. Whoever was made is written down, with whose customer it is, before it gets its address.
pub(super) async fn make(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    new: Vec<(customers::Model, Wanted)>,
) -> Result<Made, JobError> {
    let inputs: Vec<CustomerInput> = new.iter().map(|(_, wanted)| input(wanted)).collect();
    let mut all_made = Made::default();
    let told = all::<MakeCustomers>(cx, client, &inputs).await?;
    let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
    for ((customer, wanted), told) in new.into_iter().zip(told) {
        match told {
            Ok(id) => {
                let row = row(ground, number(&id), &customer, &wanted);
                all_made.made.push((Whole { customer: row, addresses: Vec::new() }, customer));
            }
            Err(why) => {
                let what = format!("The customer {}", customer.number);
                all_made.refused.push((customer.number, Reason::Refused { what, why }));
            }
        }
    }
    let rows: &Vec<customer::Model> = &all_made.made.iter().map(|(whole, _)| whole.customer.clone()).collect();
    if !rows.is_empty() {
        cx.write(|tx: Tx| async move { staged::customers(&tx, rows).await }).await?;
    }
    Ok(all_made)
}

fn input(wanted: &Wanted) -> CustomerInput {
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    CustomerInput {
        id: None,
        email: said(&wanted.email),
        first_name: said(&wanted.first_name),
        last_name: said(&wanted.last_name),
        phone: said(&wanted.phone),
    }
}

/// What is known of a customer that was just made. It counts as not read.
fn row(ground: &Ground, id: i64, customer: &customers::Model, wanted: &Wanted) -> customer::Model {
    customer::Model {
        first_name: wanted.first_name.clone(),
        last_name: wanted.last_name.clone(),
        email: wanted.email.clone(),
        customer_number: customer.number.clone(),
        last_updated_by_us: Some(ground.now),
        ..customer::Model::named(ground.random.id(ground.now), ground.shop.domain.clone(), id)
    }
}
