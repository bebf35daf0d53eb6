//! By what a buyer follows a shipment.

use std::collections::HashMap;
use std::fmt::Write;

use back_office::sales::posted::header;
use back_office::shipping_agents;
use shopify::documents::fulfillments::Tracking;
use values::Code;

use super::reason::Reason;

/// The shipping agents by their codes.
pub(super) type Agents = HashMap<Code<10>, shipping_agents::Model>;

/// What Shopify is told; nothing without a number.
///
/// # Errors
/// That the agent's page has no address.
pub(super) fn tracking(shipment: &header::Model, agents: &Agents) -> Result<Option<Tracking>, Reason> {
    let number = shipment.package_tracking_number.trim();
    if number.is_empty() {
        return Ok(None);
    }
    let agent = agents.get(&shipment.shipping_agent_code);
    let url = agent.map(|agent| address(agent, number)).transpose()?.flatten();
    Ok(Some(Tracking { company: agent.map(company), number: number.to_owned(), url }))
}

/// The name by which stores know an agent: its own where nothing else is said.
fn company(agent: &shipping_agents::Model) -> String {
    let names = [agent.tracking_company.trim(), agent.name.trim(), agent.code.as_str()];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

/// The agent's page for a number. What may not stand in an address is written as an address writes it.
fn address(agent: &shipping_agents::Model, number: &str) -> Result<Option<String>, Reason> {
    let pattern = agent.internet_address.trim();
    if pattern.is_empty() {
        return Ok(None);
    }
    let written = encoded(pattern, |byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
        .replace("%1", &encoded(number, |byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
    let whole = if written.contains("://") { written } else { format!("http://{written}") };
    let place = whole.strip_prefix("https://").or_else(|| whole.strip_prefix("http://"));
    let host = place.and_then(|place| place.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || ".-:".contains(letter);
    if host.contains('.') && host.chars().all(is_host) && !host.starts_with('.') {
        return Ok(Some(whole));
    }
    Err(Reason::NoAddress { agent: agent.code.to_string(), address: pattern.to_owned() })
}

/// The text with every byte that is not `plain` as an address writes it.
fn encoded(text: &str, plain: impl Fn(u8) -> bool) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if plain(byte) {
            written.push(char::from(byte));
        } else {
            // Writing to a text never fails.
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn agent(name: &str, company: &str, address: &str) -> shipping_agents::Model {
        shipping_agents::Model {
            id: Uuid::nil(),
            code: Code::cut("DHL"),
            name: name.into(),
            internet_address: address.into(),
            account_number: String::new(),
            tracking_company: company.into(),
        }
    }

    fn page(pattern: &str, number: &str) -> Result<Option<String>, Reason> {
        address(&agent("", "", pattern), number)
    }

    #[test]
    fn an_agent_is_known_by_the_first_name_that_it_has() {
        assert_eq!(company(&agent("DHL Norge", "DHL Express", "")), "DHL Express");
        assert_eq!(company(&agent("DHL Norge", " ", "")), "DHL Norge");
        assert_eq!(company(&agent("", "", "")), "DHL");
    }

    #[test]
    fn the_number_stands_in_the_address_of_the_agents_page() {
        assert_eq!(page("track.dhl.com/?n=%1", "00340"), Ok(Some("http://track.dhl.com/?n=00340".into())));
        assert_eq!(page("https://bring.no/%1/%1", "A 1"), Ok(Some("https://bring.no/A%201/A%201".into())));
        assert_eq!(page("", "1"), Ok(None));
    }

    #[test]
    fn quotation_marks_are_written_as_an_address_writes_them() {
        let number = page("https://bring.no/?n=%1", "12\"34'&x=1");
        assert_eq!(number, Ok(Some("https://bring.no/?n=12%2234%27%26x%3D1".into())));
        assert_eq!(page("bring.no/?q=\"%1\"", "å"), Ok(Some("http://bring.no/?q=%22%C3%A5%22".into())));
    }

    #[test]
    fn what_leads_nowhere_is_no_address() {
        for pattern in ["not an address", "https://", "ftp://bring.no/%1", "%1", "http://.no/%1"] {
            assert!(page(pattern, "12").is_err(), "{pattern}");
        }
    }
}
