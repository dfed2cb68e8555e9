package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.label.stix.Bundles.DEFAULT;
import static org.entente.label.stix.Bundles.UUID;
import static org.entente.label.stix.Bundles.bundle;
import static org.entente.label.stix.Bundles.label;
import static org.entente.label.stix.Bundles.normal;
import static org.entente.label.stix.Bundles.object;
import static org.entente.label.stix.Bundles.portion;
import static org.entente.label.stix.Bundles.portions;

import java.util.List;
import org.entente.label.Json;
import org.entente.label.Label;
import org.entente.label.Tlp;
import org.junit.jupiter.api.Test;

class StixPortionsTest {

    private static final String MALWARE = "malware--" + UUID + "444444444444";
    private static final Label OWN = label("{'policy':'ALLIANCE','classification':'SECRET','releasableTo':['XCC'],"
            + "'compartments':['ORION'],'categories':['sensitive']}");

    private final List<Portion> campaign = portions(Bundles.campaign());

    @Test
    void areTheObjectsAndTheirSeparatelyMarkedProperties() {
        assertThat(campaign)
                .extracting(portion -> portion.id().toString())
                .containsExactlyInAnyOrder(
                        "marking-definition--" + UUID + "111111111111",
                        "marking-definition--" + UUID + "222222222222",
                        "threat-actor--" + UUID + "333333333333",
                        MALWARE,
                        MALWARE + "#description",
                        MALWARE + "#external_references.[0]",
                        MALWARE + "#external_references.[0].url",
                        "relationship--" + UUID + "555555555555",
                        "language-content--" + UUID + "666666666666",
                        "domain-name--" + UUID + "777777777777",
                        "x-berth--" + UUID + "888888888888");
    }

    @Test
    void haveTheDefaultLabelWhereNothingElseIsSaid() {
        assertThat(portion(campaign, "x-berth--" + UUID + "888888888888").label())
                .isEqualTo(DEFAULT);
        assertThat(portion(campaign, "marking-definition--" + UUID + "111111111111")
                        .label())
                .isEqualTo(DEFAULT);
    }

    @Test
    void haveTheLabelOfTheirType() {
        assertThat(portion(campaign, "domain-name--" + UUID + "777777777777").label())
                .isEqualTo(Bundles.OF_DOMAINS);
    }

    @Test
    void haveTheLabelThatAMarkingCarriesInPlaceOfTheDefault() {
        assertThat(portion(campaign, "threat-actor--" + UUID + "333333333333").label())
                .isEqualTo(OWN);
    }

    @Test
    void addTheTlpOfAMarkingToTheDefault() {
        assertThat(portion(campaign, MALWARE).label()).isEqualTo(DEFAULT.withTlp(Tlp.GREEN));
    }

    @Test
    void keepAMarkingThatCarriesALabelFromThoseWhomItExcludes() {
        Label marking = portion(campaign, "marking-definition--" + UUID + "222222222222")
                .label();

        assertThat(normal(marking)).isEqualTo(normal(DEFAULT).rollUp(normal(OWN)));
    }

    @Test
    void labelAPropertyAtLeastAsStrictlyAsWhatItLiesIn() {
        Label red = DEFAULT.withTlp(Tlp.RED);

        assertThat(portion(campaign, MALWARE + "#description").label()).isEqualTo(red);
        assertThat(normal(portion(campaign, MALWARE + "#external_references.[0].url")
                        .label()))
                .isEqualTo(normal(red).rollUp(normal(OWN)));
    }

    @Test
    void labelARelationshipAtLeastAsStrictlyAsItsEnds() {
        Label relationship =
                portion(campaign, "relationship--" + UUID + "555555555555").label();

        assertThat(normal(relationship))
                .isEqualTo(normal(DEFAULT.withTlp(Tlp.GREEN)).rollUp(normal(OWN)));
    }

    @Test
    void labelATranslationAtLeastAsStrictlyAsAllThatItTranslates() {
        Label translation =
                portion(campaign, "language-content--" + UUID + "666666666666").label();

        assertThat(normal(translation))
                .isEqualTo(normal(DEFAULT.withTlp(Tlp.RED)).rollUp(normal(OWN)));
    }

    @Test
    void labelASightingAtLeastAsStrictlyAsWhatWasSeen() {
        List<Portion> portions = portions(bundle(
                object(
                        "malware",
                        "000000000001",
                        ",'object_marking_refs':['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed']"),
                object("sighting", "000000000002", ",'sighting_of_ref':'malware--" + UUID + "000000000001'")));

        assertThat(portion(portions, "sighting--" + UUID + "000000000002").label())
                .isEqualTo(DEFAULT.withTlp(Tlp.RED));
    }

    @Test
    void keepThePropertyOutOfTheObject() {
        assertThat(portion(campaign, MALWARE).content().toString())
                .doesNotContain("source in the yard", "open report", "example.org/a")
                .contains("closed report", "example.org/b");
        assertThat(portion(campaign, MALWARE + "#external_references.[0]")
                        .content()
                        .toString())
                .contains("open report")
                .doesNotContain("example.org/a");
        assertThat(portion(campaign, MALWARE + "#external_references.[0].url").content())
                .isEqualTo(Json.of("'https://example.org/a'"));
    }

    @Test
    void leaveTheBundleAsItWas() {
        var bundle = Bundles.campaign();

        portions(bundle);

        assertThat(bundle).isEqualTo(Bundles.campaign());
    }

    @Test
    void tellVersionsOfOneObjectApart() {
        String newer = object("malware", "000000000001", ",'name':'b'").replace("'modified':'2026", "'modified':'2027");

        List<Portion> portions = portions(bundle(object("malware", "000000000001", ",'name':'a'"), newer));

        assertThat(portions)
                .extracting(portion -> portion.id().toString())
                .containsExactly(
                        "malware--" + UUID + "000000000001@2026-01-01T00:00:00Z",
                        "malware--" + UUID + "000000000001@2027-01-01T00:00:00Z");
    }

    @Test
    void countPropertiesAgainstTheLimit() {
        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> StixPortions.of(Bundles.campaign(), Bundles.labelling(), new Limits(8, 16)))
                .satisfies(fault -> assertThat(fault.detail()).contains("8 portions"));
    }
}
