package org.entente.audit.transparency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.audit.follow.Follower;
import org.entente.audit.follow.Logged;

/** Counts what partners and their people contribute to each month. Exercises count for nothing (G10). */
@ApplicationScoped
class ContributionFollower implements Follower {

    private static final String SECRETS =
            "insert into contribution_secret (month, secret) select * from unnest($1::date[], $2::bytea[]) on conflict do nothing";
    private static final String FIND = "select month, secret from contribution_secret where month = any($1)";
    private static final String ADD = "insert into contribution (month, cell, partner, person, count)"
            + " select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[])"
            + " on conflict (month, cell, partner, person) do update set count = contribution.count + excluded.count";
    private static final int SECRET_LENGTH = 32;

    private final String home;
    private final SecureRandom random = new SecureRandom();

    ContributionFollower(@ConfigProperty(name = "entente.home") String home) {
        this.home = home;
    }

    /** Somebody's part of a cell; the person as the log names it. */
    private record Contribution(LocalDate month, Cell cell, String partner, String person) {}

    @Override
    public String name() {
        return "transparency";
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<Logged> entries) {
        Map<Contribution, Long> counts = new LinkedHashMap<>();
        entries.stream().filter(entry -> !entry.isExercise()).forEach(entry -> count(entry, counts));
        return counts.isEmpty()
                ? Uni.createFrom().voidItem()
                : secrets(transaction, months(counts.keySet()))
                        .chain(secrets -> transaction.preparedQuery(ADD).execute(columns(counts, secrets)))
                        .replaceWithVoid();
    }

    private void count(Logged entry, Map<Contribution, Long> counts) {
        String partner =
                Objects.requireNonNullElse(entry.text("partner"), Objects.requireNonNullElse(entry.partner(), ""));
        if (partner.isEmpty() || partner.equals(home)) {
            return;
        }
        String person = Objects.requireNonNullElse(entry.text("person"), Objects.requireNonNullElse(entry.actor(), ""));
        LocalDate month = entry.at().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        Cell.of(entry).forEach(cell -> counts.merge(new Contribution(month, cell, partner, person), 1L, Long::sum));
    }

    private static List<LocalDate> months(Collection<Contribution> contributions) {
        return List.copyOf(
                new TreeSet<>(contributions.stream().map(Contribution::month).toList()));
    }

    private Uni<Map<LocalDate, byte[]>> secrets(SqlClient transaction, List<LocalDate> months) {
        LocalDate[] dates = months.toArray(LocalDate[]::new);
        Buffer[] fresh = months.stream().map(month -> fresh()).toArray(Buffer[]::new);
        return transaction
                .preparedQuery(SECRETS)
                .execute(Tuple.tuple().addArrayOfLocalDate(dates).addValue(fresh))
                .chain(() ->
                        transaction.preparedQuery(FIND).execute(Tuple.tuple().addArrayOfLocalDate(dates)))
                .map(rows -> {
                    Map<LocalDate, byte[]> secrets = new HashMap<>();
                    rows.forEach(row -> secrets.put(
                            row.getLocalDate("month"), row.getBuffer("secret").getBytes()));
                    return secrets;
                });
    }

    private Buffer fresh() {
        byte[] secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        return Buffer.buffer(secret);
    }

    private static Tuple columns(Map<Contribution, Long> counts, Map<LocalDate, byte[]> secrets) {
        List<Contribution> rows = new ArrayList<>(counts.keySet());
        return Tuple.tuple()
                .addArrayOfLocalDate(rows.stream().map(Contribution::month).toArray(LocalDate[]::new))
                .addArrayOfString(texts(rows, row -> row.cell().wireName()))
                .addArrayOfString(texts(rows, Contribution::partner))
                .addArrayOfString(texts(rows, row -> pseudonym(row, secrets)))
                .addArrayOfLong(rows.stream().map(counts::get).toArray(Long[]::new));
    }

    private static String[] texts(List<Contribution> rows, Function<Contribution, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** The same for the same person within a month, and worth nothing without the secret. */
    private static String pseudonym(Contribution row, Map<LocalDate, byte[]> secrets) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Objects.requireNonNull(secrets.get(row.month())), "HmacSHA256"));
            byte[] digest = mac.doFinal(row.person().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
