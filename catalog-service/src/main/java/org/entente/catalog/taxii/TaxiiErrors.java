package org.entente.catalog.taxii;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells problems as TAXII clients know them (TAXII 2.1, section 3.6.1). */
class TaxiiErrors {
    private final ObjectMapper json;
    private final TaxiiConfig config;

    TaxiiErrors(ObjectMapper json, TaxiiConfig config) {
        this.json = json;
        this.config = config;
    }

    @ServerResponseFilter
    void translate(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatus() < 400 || !Negotiation.isTaxii(request)) {
            return;
        }
        if (response.getStatus() == 401 && config.basic().enabled()) {
            response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"entente\", charset=\"UTF-8\"");
        }
        if (response.getEntity() instanceof String problem) {
            response.setEntity(error(json.readTree(problem)).toString(), null, MediaType.valueOf(Taxii.MEDIA_TYPE));
        }
    }

    private ObjectNode error(JsonNode problem) {
        ObjectNode error = json.createObjectNode()
                .put("title", problem.path("title").asText())
                .put("description", problem.path("detail").asText())
                .put("http_status", problem.path("status").asText());
        if (problem.has("field")) {
            error.putObject("details").set("field", problem.get("field"));
        }
        return error;
    }
}
