package org.entente.suite.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String BROKEN = "org.entente.suite.house.broken";
    private static final List<String> SERVICES = Stream.of("catalog", "access", "audit", "crisis")
            .map(name -> "org.entente." + name)
            .toList();
    private static final List<String> PLAIN = List.of("org.entente.label", "org.entente.tlog", "org.entente.release");

    private static JavaClasses house;
    private static JavaClasses broken;

    @BeforeAll
    static void readClasses() {
        house = new ClassFileImporter().importPaths(Modules.ofReactor().classes());
        broken = new ClassFileImporter().importPackages(BROKEN);
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                        Stream.of(HouseRules.packagesAreFeatures(), HouseRules.namesSayWhatTypesAre()),
                        SERVICES.stream().map(HouseRules::featuresAreFreeOfCycles),
                        Stream.of(HouseRules.featuresAreFreeOfCycles("org.entente.suite")),
                        SERVICES.stream().map(HouseRulesTest::independenceOf),
                        PLAIN.stream().map(root -> HouseRules.domainIsPlainJava(HouseRules.in(root))),
                        Stream.of(HouseRules.domainIsPlainJava(simpleName("Decider"))))
                .flatMap(rules -> rules);
    }

    static Stream<ArchRule> rulesOverBrokenCode() {
        return Stream.of(
                HouseRules.packagesAreFeatures(),
                HouseRules.namesSayWhatTypesAre(),
                HouseRules.featuresAreFreeOfCycles(BROKEN),
                HouseRules.domainIsPlainJava(simpleName("Decider")),
                HouseRules.isIndependentOf(BROKEN + ".catalog", Stream.of(BROKEN + ".access")));
    }

    private static ArchRule independenceOf(String service) {
        return HouseRules.isIndependentOf(
                service,
                Stream.concat(SERVICES.stream(), Stream.of("org.entente.suite"))
                        .filter(other -> !other.equals(service)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheHouse(ArchRule rule) {
        // when
        var result = rule.evaluate(house);

        // then
        assertThat(result.getFailureReport().getDetails())
                .as(rule.getDescription())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOverBrokenCode")
    void failsForCodeThatBreaksIt(ArchRule rule) {
        // when
        var result = rule.evaluate(broken);

        // then
        assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
    }

    @Test
    void everyPackageIsDescribed() {
        // given
        List<Path> sources = Modules.ofReactor().sources();

        // when
        List<Path> undescribed = sources.stream()
                .flatMap(folder -> PackageDescriptions.missing(folder).stream())
                .toList();

        // then
        assertThat(sources).isNotEmpty();
        assertThat(undescribed).isEmpty();
    }

    @Test
    void findsPackagesThatNobodyDescribed(@TempDir Path sources) throws IOException {
        // given
        Path described = Files.createDirectories(sources.resolve("described"));
        Files.writeString(described.resolve("package-info.java"), "/** What for. */\npackage described;\n");
        Path silent = Files.createDirectories(sources.resolve("silent"));
        Files.writeString(silent.resolve("Thing.java"), "package silent;\n");

        // when
        List<Path> undescribed = PackageDescriptions.missing(sources);

        // then
        assertThat(undescribed).containsExactly(silent);
    }
}
