package org.entente.suite.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "access-service", "audit-service", "crisis-service"})
    void baseIsWhatTheBuildGenerates(String service) throws IOException {
        Path generated = ROOT.resolve(service).resolve("target/kubernetes/kubernetes.yml");
        Path kept = ROOT.resolve("k8s/base").resolve(service).resolve("kubernetes.yml");

        assertThat(documents(kept))
                .as("copy %s to %s", ROOT.relativize(generated), ROOT.relativize(kept))
                .isEqualTo(documents(generated));
    }

    @Test
    void localOverlayRenders() throws Exception {
        assumeTrue(isOnPath("kubectl"), "kubectl is not installed here, so the overlay is not rendered");

        Process kubectl = new ProcessBuilder("kubectl", "kustomize", "k8s/overlays/local")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String rendered = read(kubectl.getInputStream());

        assertThat(kubectl.waitFor()).isZero();
        List<JsonNode> deployments = parse(rendered).stream()
                .filter(document -> "Deployment".equals(document.path("kind").textValue()))
                .toList();
        assertThat(deployments).hasSize(4).allSatisfy(ManifestsTest::isHardened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "access-service", "audit-service", "crisis-service"})
    void aServiceReachesNothingOutsideTheClusterByItself(String service) throws IOException {
        JsonNode policy = documents(ROOT.resolve("k8s/base").resolve(service).resolve("network.yaml"))
                .get(0);

        assertThat(policy.at("/spec/egress")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("ports")).isNotEmpty();
            assertThat(rule.path("to")).isNotEmpty().allSatisfy(peer -> assertThat(peer.has("ipBlock"))
                    .isFalse());
        });
    }

    @Test
    void whatCrisisServiceMayReachOutsideIsSingleAddressesAndPorts() throws IOException {
        JsonNode policy = documents(ROOT.resolve("k8s/components/crisis-reach/network.yaml"))
                .get(0);

        assertThat(policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                        .textValue())
                .isEqualTo("crisis-service");
        assertThat(policy.at("/spec/policyTypes")).hasSize(1);
        assertThat(policy.at("/spec/egress")).hasSize(3).allSatisfy(rule -> {
            assertThat(rule.at("/to/0/ipBlock/cidr").textValue()).endsWith("/32");
            assertThat(rule.at("/ports/0/port").asInt()).isIn(443, 587);
            assertThat(rule.path("ports")).hasSize(1);
        });
    }

    private static void isHardened(JsonNode deployment) {
        JsonNode pod = deployment.at("/spec/template/spec");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        for (String containers : List.of("containers", "initContainers")) {
            assertThat(pod.path(containers)).isNotEmpty().allSatisfy(container -> {
                JsonNode context = container.path("securityContext");
                assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(context.at("/capabilities/drop/0").textValue()).isEqualTo("ALL");
            });
        }
    }

    private static boolean isOnPath(String program) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    private static List<JsonNode> parse(String yaml) throws IOException {
        return YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
