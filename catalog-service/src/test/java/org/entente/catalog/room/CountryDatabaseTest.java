package org.entente.catalog.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryDatabaseTest {
    @ParameterizedTest
    @CsvSource({"10.0.0.1,XBB", "192.0.2.1,BEL", "localhost,", "2001:db8::1,"})
    void namesTheCountryOfAnAddress(String address, String country) throws IOException {
        CountryDatabase database = new CountryDatabase(MaxMindFile.of("XBB", "BE"));

        Optional<String> found = database.country(address);

        assertThat(found).isEqualTo(Optional.ofNullable(country));
    }

    @Test
    void namesNoneForACodeThatIsNone() throws IOException {
        CountryDatabase database = new CountryDatabase(MaxMindFile.of("ZZ", "??"));

        Optional<String> found = database.country("10.0.0.1");

        assertThat(found).isEmpty();
    }

    @Test
    void refusesAnotherFile() {
        assertThatThrownBy(() -> new CountryDatabase(new byte[1_000])).isInstanceOf(IOException.class);
    }
}
