//! The feature's HTTP: what comes in, what goes out, and which call is made.

mod body;
mod check;
mod look;
mod office;
mod submit;

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Router,
    extract::FromRef,
    routing::{get, post},
};
use jiff::civil::Date;
use portal_domain::{CustomerId, MeterId};
use portal_lambda::{Access, Clock, Error, Journal, Utility, Viewer, utility::SelfReadingRule};
use utoipa::OpenApi;

use crate::{
    reading::Claim,
    rules::{Assessment, Case, Code, assess},
    store::{Known, Readings},
};

/// What the routes work with.
#[derive(Clone, FromRef)]
pub struct App {
    pub access: Access,
    pub clock: Clock,
    pub journal: Journal,
    pub readings: Readings,
    pub utility: Arc<Utility>,
}

/// The feature's routes.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/readings/customers/{customer}/meters", get(look::list_meters))
        .route("/readings/customers/{customer}/meters/{meter}", get(look::show_meter))
        .route("/readings/customers/{customer}/meters/{meter}/check", post(check::check))
        .route("/readings/customers/{customer}/meters/{meter}/readings", post(submit::submit))
        .route("/readings/office/customers/{customer}/meters", get(office::office_list_meters))
        .route(
            "/readings/office/customers/{customer}/meters/{meter}",
            get(office::office_show_meter),
        )
        .with_state(app)
}

/// The description of the feature's routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(paths(
    look::list_meters,
    look::show_meter,
    check::check,
    submit::submit,
    office::office_list_meters,
    office::office_show_meter,
))]
struct Description;

impl App {
    /// The civil day where the utility is.
    fn today(&self) -> Date {
        self.utility.day(self.clock.now())
    }

    /// Whether the utility's rule lets this customer send readings of any
    /// meter.
    async fn allows(&self, customer: &CustomerId) -> Result<bool, Error> {
        Ok(match self.utility.self_reading.rule {
            SelfReadingRule::All => true,
            SelfReadingRule::ChosenCustomers => self.readings.is_chosen(customer).await?,
            SelfReadingRule::ChosenPoints => false,
        })
    }

    /// What a claim about a meter is judged by. To who may see one supply
    /// point, the meters of others aren't there.
    async fn known(&self, viewer: &Viewer, meter: &MeterId) -> Result<Known, Error> {
        let known = self.readings.known(&viewer.customer, meter).await?;
        let known = known.filter(|known| viewer.reaches(&known.meter.supply_point));
        let mut known = known.ok_or(Error::NotFound)?;
        known.others.retain(|other| viewer.reaches(&other.supply_point));
        Ok(known)
    }
}

impl Known {
    /// What the rules say of a claim on `today`.
    fn assess(&self, claim: &Claim, confirmed: &BTreeSet<Code>, today: Date) -> Assessment {
        let (meter, history, others) = (&self.meter, &self.history, &self.others);
        assess(Case { claim, meter, history, others, today, confirmed })
    }
}
