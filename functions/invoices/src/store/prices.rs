//! Price lists, which concern everybody.

use anyhow::Result;
use portal_contracts::{price_list::PriceList, update::EVERYBODY};
use portal_domain::{Medium, PriceListId};
use portal_lambda::Error;

use super::{List, Store, items::body};

impl Store {
    /// Those of the price lists `ids` that billing has told of. One read for a
    /// hundred, none for none.
    pub async fn price_lists(&self, ids: &[PriceListId]) -> Result<Vec<PriceList>> {
        let sks = ids.iter().map(price_list_key).collect();
        let items = self.get_many(EVERYBODY, sks).await?;
        items.iter().map(body).collect()
    }

    /// The price lists that new customers may choose, the latest first, also
    /// those that aren't valid any more or not yet. One query.
    pub async fn offered(&self, medium: Medium) -> Result<Vec<PriceList>, Error> {
        let prefix = format!("offered#{}#", medium_name(medium));
        let items = self.all(EVERYBODY, List::Kind, prefix).await?;
        Ok(items.iter().map(body).collect::<Result<_>>()?)
    }
}

pub(super) fn price_list_key(id: &PriceListId) -> String {
    format!("price_list#{id}")
}

pub(super) fn medium_name(medium: Medium) -> &'static str {
    match medium {
        Medium::Water => "water",
        Medium::Electricity => "electricity",
        Medium::Gas => "gas",
        Medium::Heat => "heat",
    }
}
