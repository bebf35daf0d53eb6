use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Result;
use devstore::Handle;
use runtime::{Clock, Scope, Shutdown};
use serde_json::json;

use super::recurring;
use super::world::World;
use crate::output::Output;
use crate::serve::{answer, bind, work};
use crate::signals;

/// How many orders the store has at first.
const ORDERS: usize = 100;

/// Serves the demo until it is told to stop.
///
/// # Errors
/// When the address is in use.
pub async fn serving(listen: SocketAddr, orders_per_minute: u32, output: Output) -> Result<()> {
    let (mut scope, shutdown) = (Scope::new(), Shutdown::new());
    signals::listen(&mut scope, &shutdown)?;
    let listener = bind(listen).await?;
    let world = World::new(ORDERS, &shutdown).await?;
    let program = &world.program;
    let _right = program.right_to_run_jobs()?;
    recurring::plan(program, program.zone().await?).await?;
    scope.spawn(orders_arrive(world.devstore.handle(), program.clock.clone(), orders_per_minute));
    let app = program.app(&shutdown).await?;
    let mut jobs = Scope::new();
    work(&mut jobs, program, true, &shutdown);
    say(&world, &format!("http://{}", listener.local_addr()?), output);
    let answered = answer(listener, server::router(app), &program.clock, &shutdown).await;
    shutdown.request();
    jobs.join().await;
    answered
}

async fn orders_arrive(store: Handle, clock: Clock, per_minute: u32) {
    if per_minute == 0 {
        return;
    }
    let pause = Duration::from_secs(60) / per_minute;
    loop {
        clock.sleep(pause).await;
        if let Err(error) = store.place_orders(1, None) {
            tracing::warn!(%error, "no order could be placed");
        }
    }
}

fn say(world: &World, address: &str, output: Output) {
    let (administrator, folder) = (&world.administrator, &world.program.config.data_dir);
    let store = format!("http://{}", world.store_address);
    let value = json!({
        "address": address, "user": administrator.user, "password": administrator.password,
        "token": administrator.token, "store": store, "dataDir": folder,
    });
    let text = format!(
        "Kobling listens at {address}\n\nUser:      {}\nPassword:  {}\nAPI token: {}\nStore:     {store}\nData:      {}\n\nOrders arrive, are imported every 15 minutes, and become sales orders. Ctrl-c ends it; nothing is left behind.",
        administrator.user,
        administrator.password,
        administrator.token,
        folder.display()
    );
    output.line(&value, &text);
}
