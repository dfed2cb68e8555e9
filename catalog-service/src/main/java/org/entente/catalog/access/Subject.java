package org.entente.catalog.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.http.Caller;
import org.entente.label.Clearance;
import org.entente.label.LabelException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to know, as far as the verified token says.
 *
 * @param id the token's {@code sub}
 */
public record Subject(String type, String id, Properties properties) {

    private static final Logger LOG = Logger.getLogger(Subject.class);

    /**
     * What a decision may depend on.
     *
     * @param partner the partner the reader comes from
     * @param nationalities held or formerly held
     * @param dataRoom the room in which the reader is, if it is one
     * @param address where the request came from, if known
     * @param country where that address is, if known
     * @param binding what the token is bound to; absent for nothing
     * @param authenticated when the reader logged in; absent where nothing depends on it, since many are then alike
     * @param unit of the partner's organisation, if the token says one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Properties(
            String partner,
            List<String> nationalities,
            List<Clearance> clearances,
            String assurance,
            @Nullable String dataRoom,
            @Nullable String address,
            @Nullable String country,
            @Nullable String binding,
            @Nullable Instant authenticated,
            @Nullable String unit) {}

    /** The person or application behind a request. */
    public static Subject of(Caller caller, HttpServerRequest request) {
        return new Subject(
                "person",
                caller.subject(),
                new Properties(
                        caller.nation(),
                        caller.nationalities(),
                        clearances(caller.clearances()),
                        caller.assurance(),
                        null,
                        address(request),
                        null,
                        caller.binding().orElse(null),
                        null,
                        caller.unit().orElse(null)));
    }

    /** The same person, with the time of the login, on which what is shown or handed over may depend. */
    public Subject loggedIn(Caller caller) {
        return with(
                properties.dataRoom(), properties.country(), caller.loggedIn().orElse(null));
    }

    /**
     * A person of a partner for whom an officer of the home side vouches; of their surroundings nothing is known.
     *
     * @param clearances as in a token
     */
    public static Subject vouchedFor(String id, String partner, List<String> nationalities, List<String> clearances) {
        return new Subject(
                "person",
                id,
                new Properties(
                        partner,
                        nationalities,
                        clearances(clearances),
                        "password",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** The same person in a data room, to which somebody has to have admitted them. */
    public Subject inRoom(String room, @Nullable String country) {
        return with(room, country, properties.authenticated());
    }

    private Subject with(@Nullable String room, @Nullable String country, @Nullable Instant authenticated) {
        return new Subject(
                type,
                id,
                new Properties(
                        properties.partner(),
                        properties.nationalities(),
                        properties.clearances(),
                        properties.assurance(),
                        room,
                        properties.address(),
                        country,
                        properties.binding(),
                        authenticated,
                        properties.unit()));
    }

    /** Somebody of a partner who might ask. */
    public static Subject supposed(Properties properties) {
        return new Subject("person", "supposed", properties);
    }

    /** A claim that is no clearance clears for nothing, so it is left out. */
    static List<Clearance> clearances(List<String> claims) {
        List<Clearance> clearances = new ArrayList<>();
        for (String claim : claims) {
            try {
                clearances.add(Clearance.parse(claim));
            } catch (LabelException notAClearance) {
                LOG.debugf("A claim of a token is no clearance: %s", notAClearance.getMessage());
            }
        }
        return clearances;
    }

    private static @Nullable String address(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
