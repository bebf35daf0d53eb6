use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Result;
use devstore::Handle;
use runtime::{Clock, Scope, Shutdown};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::recurring;
use super::world::World;
use crate::call_log::CallLog;
use crate::output::Output;
use crate::serve::{answer, bind, send_webhooks, watch_stock, work};
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
    let (mut jobs, log) = (Scope::new(), CallLog::open(program));
    // Whoever tries Kobling has the other program on the same machine.
    program.connector.tell_this_machine();
    send_webhooks(&mut jobs, program, &shutdown)?;
    watch_stock(&mut jobs, program, &shutdown);
    work(&mut jobs, program, true, &shutdown);
    let ticket = ticket(&world).await?;
    say(&world, &format!("http://{}", listener.local_addr()?), ticket.expose_secret(), output);
    let answered = answer(listener, server::router(app), &program.clock, &shutdown).await;
    shutdown.request();
    jobs.join().await;
    log.close().await;
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

/// Signs the demo's administrator in, once.
async fn ticket(world: &World) -> Result<SecretString> {
    let (access, name) = (&world.program.access, &world.administrator.user);
    let user = world.program.db.read(|r| async move { access.user(&r, name).await }).await?;
    Ok(access.ticket(user.id))
}

fn say(world: &World, address: &str, ticket: &str, output: Output) {
    let (administrator, folder) = (&world.administrator, &world.program.config.data_dir);
    let store = format!("http://{}", world.store_address);
    let sign_in = format!("{address}/sign-in?ticket={ticket}");
    let value = json!({
        "address": address, "signIn": sign_in, "user": administrator.user, "password": administrator.password,
        "token": administrator.token, "store": store, "dataDir": folder,
    });
    let text = [
        format!("Kobling listens at {address}\n"),
        format!("Look at it: {sign_in}"),
        "This link signs in once, within 15 minutes; after that the user and the password do.\n".to_owned(),
        format!("User:      {}", administrator.user),
        format!("Password:  {}", administrator.password),
        format!("API token: {}", administrator.token),
        format!("Store:     {store}"),
        format!("Data:      {}\n", folder.display()),
        "Products come in; the price of one that is on sale goes out, as do stock and shipments.".to_owned(),
        "Orders arrive, are imported every minute, and become sales orders.".to_owned(),
        "Ctrl-c ends it; nothing is left behind.".to_owned(),
    ];
    output.line(&value, &text.join("\n"));
}
