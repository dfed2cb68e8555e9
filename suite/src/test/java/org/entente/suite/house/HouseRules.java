package org.entente.suite.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** How the house is built (DESIGN section 8), one method per rule. */
final class HouseRules {

    private static final List<String> LAYERS = List.of(
            "impl", "util", "utils", "common", "dto", "mapper", "manager", "helper", "misc", "model", "service");

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "jakarta.enterprise..",
        "jakarta.inject..",
        "jakarta.persistence..",
        "jakarta.ws.rs..",
        "org.eclipse.microprofile..",
        "org.hibernate.."
    };

    private HouseRules() {}

    /** Packages are features, never layers or left-overs. */
    static ArchRule packagesAreFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        LAYERS.stream().map(name -> ".." + name + "..").toArray(String[]::new));
    }

    /** A name says what a type is, not that nobody knew. */
    static ArchRule namesSayWhatTypesAre() {
        return noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)");
    }

    /** The packages directly below {@code root} do not depend on each other in a circle. */
    static ArchRule featuresAreFreeOfCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** What matches is plain Java, and so is all of ours that it touches, however far away. */
    static ArchRule domainIsPlainJava(DescribedPredicate<JavaClass> domain) {
        return noClasses().that(domain).should().transitivelyDependOnClassesThat(resideInAnyPackage(FRAMEWORKS));
    }

    /** What is in {@code root} knows nothing of the code in {@code others}. */
    static ArchRule isIndependentOf(String root, Stream<String> others) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(others.map(other -> other + "..").toArray(String[]::new)))
                .allowEmptyShould(true);
    }

    static DescribedPredicate<JavaClass> in(String root) {
        return resideInAPackage(root + "..");
    }
}
