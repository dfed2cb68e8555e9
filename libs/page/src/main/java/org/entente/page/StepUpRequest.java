package org.entente.page;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.TenantFeature;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the identity provider for the assurance that a page was found to need. */
@Unremovable
@ApplicationScoped
@TenantFeature("pages")
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class StepUpRequest implements OidcRedirectFilter {
    @Override
    public void filter(OidcRedirectContext login) {
        StepUp.remembered(login.routingContext().request().getCookie(StepUp.COOKIE))
                .ifPresent(stepUp -> {
                    login.additionalQueryParams().set("acr_values", stepUp.acr());
                    if (stepUp.maxAge() != null) {
                        login.additionalQueryParams().set("max_age", stepUp.maxAge());
                    }
                    // The broker has no forms for people of partners: it sends them to their own provider again.
                    if (stepUp.provider() != null) {
                        login.additionalQueryParams().set("kc_idp_hint", stepUp.provider());
                    }
                });
    }
}
