use database::Tx;
use values::Code;

use super::address::set;
use super::{ChangeDocument, ChangeLine, Draft};
use crate::customers::{self, ship_to_address};
use crate::sales::{Address, LineKind, Setup, header, line};
use crate::shipping_agents::{self, service};
use crate::{Result, locations};

impl Draft {
    /// Has goods sent as the buyer's card says: to the ship-to address that it names, else to its own.
    ///
    /// # Errors
    /// [`crate::Error::Field`] when that address is not there.
    pub(super) async fn ship_as(&mut self, tx: &Tx, buyer: &customers::Model) -> Result<()> {
        self.ship_to_place(tx, buyer, &buyer.ship_to_code).await
    }

    /// Has goods sent to another of the buyer's ship-to addresses; blank: to its own address.
    ///
    /// # Errors
    /// As [`Draft::ship_as`].
    pub(super) async fn ship_elsewhere(&mut self, tx: &Tx, setup: &Setup, code: &Code<10>) -> Result<()> {
        if *code == self.header.ship_to_code {
            return Ok(());
        }
        self.require_untouched("Ship-to Code")?;
        let number = self.header.sell_to_customer_number.clone();
        setup.meet_customers(tx, std::iter::once(&number)).await?;
        let buyer = setup.customer(&number, self.header.document_type)?;
        self.ship_to_place(tx, &buyer, code).await
    }

    /// Name, address, and how and from where goods are sent: what the address leaves blank, the buyer says.
    async fn ship_to_place(&mut self, tx: &Tx, buyer: &customers::Model, code: &Code<10>) -> Result<()> {
        let place = match code.non_blank() {
            Some(code) => Some(ship_to_address::find(tx, &buyer.number, code).await?),
            None => None,
        };
        let (header, place) = (&mut self.header, place.as_ref());
        header.ship_to_code = code.clone();
        header.ship_to().write(place.map_or_else(|| Address::from(buyer), Address::from).into());
        let method = place.and_then(|place| place.shipment_method_code.non_blank());
        header.shipment_method_code = method.unwrap_or(&buyer.shipment_method_code).clone();
        let location = place.and_then(|place| place.location_code.non_blank());
        header.location_code = location.unwrap_or(&buyer.location_code).clone();
        let carried = place.filter(|place| !place.shipping_agent_code.is_blank());
        (header.shipping_agent_code, header.shipping_agent_service_code) = match carried {
            Some(place) => (place.shipping_agent_code.clone(), place.shipping_agent_service_code.clone()),
            None => (buyer.shipping_agent_code.clone(), buyer.shipping_agent_service_code.clone()),
        };
        (header.tax_area_code, header.tax_liable) = match place.filter(|place| !place.tax_area_code.is_blank()) {
            Some(place) => (place.tax_area_code.clone(), place.tax_liable),
            None => (buyer.tax_area_code.clone(), buyer.tax_liable),
        };
        Ok(())
    }

    /// Checks the codes of how goods are sent that a change gives.
    ///
    /// # Errors
    /// [`crate::Error::Unknown`], [`crate::Error::Field`].
    pub(super) async fn check_shipping(&self, tx: &Tx, change: &ChangeDocument) -> Result<()> {
        locations::check(tx, change.location_code.as_ref()).await?;
        shipping_agents::check(tx, change.shipping_agent_code.as_ref()).await?;
        if change.shipping_agent_code.is_some() || change.shipping_agent_service_code.is_some() {
            let header = &self.header;
            service::check(tx, &header.shipping_agent_code, &header.shipping_agent_service_code).await?;
        }
        Ok(())
    }

    /// Has the goods of lines of which nothing is shipped sent from where the document says.
    pub(super) fn send_from(&mut self, location: &Code<10>) {
        for line in self.lines.iter_mut().filter(|line| line.kind == LineKind::Item && !line.is_touched()) {
            line.location_code = location.clone();
        }
    }

    /// Has what is still to be shipped brought by who brings the document, where that is no longer as it was `before`.
    pub(super) fn carry(&mut self, before: &header::Model) {
        let (agent, service) = (&self.header.shipping_agent_code, &self.header.shipping_agent_service_code);
        if (agent, service) == (&before.shipping_agent_code, &before.shipping_agent_service_code) {
            return;
        }
        let is_to_ship = |line: &&mut line::Model| line.kind != LineKind::Comment && !line.is_completely_shipped();
        for line in self.lines.iter_mut().filter(is_to_ship) {
            line.shipping_agent_code = agent.clone();
            line.shipping_agent_service_code = service.clone();
        }
    }
}

/// Changes who brings what a line sells. Another agent has other services.
///
/// # Errors
/// As [`Draft::check_shipping`].
pub(super) async fn carry_line(tx: &Tx, line: &mut line::Model, change: &ChangeLine) -> Result<()> {
    let (agent, service) = (change.shipping_agent_code.as_ref(), change.shipping_agent_service_code.as_ref());
    if agent.is_none() && service.is_none() {
        return Ok(());
    }
    shipping_agents::check(tx, agent).await?;
    if agent.is_some_and(|agent| *agent != line.shipping_agent_code) {
        line.shipping_agent_service_code = Code::blank();
    }
    set(&mut line.shipping_agent_code, agent.cloned());
    set(&mut line.shipping_agent_service_code, service.cloned());
    service::check(tx, &line.shipping_agent_code, &line.shipping_agent_service_code).await
}
