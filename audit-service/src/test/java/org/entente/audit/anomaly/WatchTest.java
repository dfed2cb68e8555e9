package org.entente.audit.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays of made-up traffic, always the same. */
class WatchTest {

    private static final int PERSONS = 12;
    private static final int DAYS = 75;
    private static final long SEED = 7;
    private static final double MOST_FALSE_ALARMS = 0.15;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BLEND", "SLOW_GROWTH"})
    void eachAttackShowsByItsKind(Scenario scenario) {
        // given
        Traffic traffic = Traffic.attacked(SEED, PERSONS, DAYS, List.of(scenario));
        Attack attack = traffic.attacks().get(0);

        // when
        List<Watch.Noticed> noticed = new Replay(Comparison.withoutForest()).over(traffic.accesses());

        // then
        Set<Kind> kinds = noticed.stream()
                .filter(attack::explains)
                .map(one -> one.finding().kind())
                .collect(Collectors.toSet());
        assertThat(kinds).contains(scenario.shows());
    }

    @Test
    void quietTrafficIsSeldomFlagged() {
        // given
        Traffic traffic = Traffic.quiet(SEED, PERSONS, DAYS);

        // when
        List<Watch.Noticed> noticed = new Replay(Comparison.withoutForest()).over(traffic.accesses());

        // then
        assertThat(Result.of(traffic, DAYS, noticed).falseAlarmRate()).isLessThan(MOST_FALSE_ALARMS);
    }

    @Test
    void theSameTrafficGivesTheSameFindings() {
        // given
        List<Access> accesses =
                Traffic.attacked(SEED, 2, 18, List.of(Scenario.BLEND)).accesses();
        List<Watch.Noticed> first = new Replay(Comparison.tuned()).over(accesses);

        // when
        List<Watch.Noticed> second = new Replay(Comparison.tuned()).over(accesses);

        // then
        assertThat(second).isEqualTo(first);
        assertThat(first)
                .as("the forest, which draws lots, had its say")
                .anyMatch(one -> one.finding().kind() == Kind.UNUSUAL_WHOLE);
    }

    @Test
    void nothingIsSaidOfSomebodyUnknownBelowTheCeilings() {
        // given
        List<Access> firstDays = Traffic.quiet(SEED, PERSONS, 4).accesses();

        // when
        List<Watch.Noticed> noticed = new Replay(Comparison.tuned()).over(firstDays);

        // then
        assertThat(noticed).isEmpty();
    }

    @Test
    void whatTwoPersonsDismissIsUsualFromThenOn() {
        // given
        Traffic traffic = Traffic.attacked(SEED, PERSONS, DAYS, List.of(Scenario.CURIOSITY));
        Attack attack = traffic.attacks().get(0);
        Replay replay = new Replay(Comparison.withoutForest());
        List<Watch.Noticed> before = replay.over(traffic.accesses());
        Watch.Noticed alarm = before.stream()
                .filter(attack::explains)
                .filter(one -> one.finding().kind() == Kind.UNUSUAL_CATEGORY)
                .filter(one -> one.subject().scope() == Subject.Scope.PERSON)
                .findFirst()
                .orElseThrow();
        Finding finding = alarm.finding();
        Subject subject = alarm.subject();
        Profile profile = ProfileJson.read(ProfileJson.write(replay.profile(subject)));

        // when
        profile.allow(new Signal.Dismissed(finding.kind(), finding.key(), finding.value()));

        // then
        List<Kind> again = afterTwoDays(traffic, attack).stream()
                .flatMap(access -> profile.see(subject, access, Comparison.withoutForest()).findings().stream())
                .map(Finding::kind)
                .toList();
        assertThat(again).doesNotContain(Kind.UNUSUAL_CATEGORY);
        List<Kind> undismissed = afterTwoDays(traffic, attack).stream()
                .flatMap(access ->
                        replay.profile(subject).see(subject, access, Comparison.withoutForest()).findings().stream())
                .map(Finding::kind)
                .toList();
        assertThat(undismissed).contains(Kind.UNUSUAL_CATEGORY);
    }

    @Test
    void aProfileIsTheSameAfterItWasStored() {
        // given
        Traffic traffic = Traffic.quiet(SEED, 1, 30);
        Replay replay = new Replay(Comparison.withoutForest());
        replay.over(traffic.accesses());
        Profile profile = replay.profile(new Subject(Subject.Scope.PERSON, "person-0", false));
        String stored = ProfileJson.write(profile);

        // when
        String again = ProfileJson.write(ProfileJson.read(stored));

        // then
        assertThat(again).isEqualTo(stored);
        assertThat(stored.length()).isLessThan(16_000);
    }

    /** The accesses of the attack once more, after everything else. */
    private static List<Access> afterTwoDays(Traffic traffic, Attack attack) {
        List<Access> all = traffic.accesses();
        Instant last = all.get(all.size() - 1).at().plusSeconds(2 * 86_400);
        return all.stream()
                .filter(access -> access.by().person().equals(attack.person()))
                .filter(access -> access.deed().categories().contains("product-design"))
                .map(access -> new Access(access.index(), last, access.by(), access.deed(), access.place()))
                .toList();
    }
}
