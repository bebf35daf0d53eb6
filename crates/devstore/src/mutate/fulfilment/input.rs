use serde::Deserialize;

use crate::store::fulfilment::Tracking;

/// `FulfillmentInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct FulfillmentInput {
    pub line_items_by_fulfillment_order: Vec<FulfillmentOrderInput>,
    pub tracking_info: Option<TrackingInput>,
}

/// `FulfillmentOrderLineItemsInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct FulfillmentOrderInput {
    pub fulfillment_order_id: String,
    pub fulfillment_order_line_items: Option<Vec<PiecesInput>>,
}

/// `FulfillmentOrderLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PiecesInput {
    pub id: String,
    pub quantity: i64,
}

/// `FulfillmentTrackingInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TrackingInput {
    pub company: Option<String>,
    pub number: Option<String>,
    pub numbers: Option<Vec<String>>,
    pub url: Option<String>,
    pub urls: Option<Vec<String>>,
}

/// `FulfillmentOrderHoldInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct HoldInput {
    pub external_id: Option<String>,
    pub fulfillment_order_line_items: Option<Vec<PiecesInput>>,
    pub handle: Option<String>,
    pub reason: String,
    pub reason_notes: Option<String>,
}

impl TrackingInput {
    /// One entry for each parcel number or address. The address of a carrier that Shopify knows follows from the number.
    pub(super) fn tracking(self) -> Vec<Tracking> {
        let numbers = self.numbers.unwrap_or_else(|| self.number.into_iter().collect());
        let urls = self.urls.unwrap_or_else(|| self.url.into_iter().collect());
        let company = self.company;
        let count = numbers.len().max(urls.len()).max(usize::from(company.is_some()));
        (0..count)
            .map(|place| {
                let number = numbers.get(place).cloned();
                let known = number.as_deref().and_then(|number| address(company.as_deref()?, number));
                Tracking { company: company.clone(), url: urls.get(place).cloned().or(known), number }
            })
            .collect()
    }
}

/// Where a parcel of a known carrier is followed.
fn address(company: &str, number: &str) -> Option<String> {
    let start = match company {
        "Bring" => "https://tracking.bring.com/tracking/",
        "DHL Express" => "https://www.dhl.com/en/express/tracking.html?AWB=",
        "FedEx" => "https://www.fedex.com/fedextrack/?trknbr=",
        "PostNord" => "https://www.postnord.no/en/our-tools/track-and-trace?shipmentId=",
        "UPS" => "https://www.ups.com/track?tracknum=",
        "USPS" => "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
        _ => return None,
    };
    Some(format!("{start}{number}"))
}
