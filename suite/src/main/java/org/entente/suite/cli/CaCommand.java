package org.entente.suite.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.layout.Installation;
import picocli.CommandLine.Command;

/** Prints where the certificate of the development authority is. */
@Command(name = "ca", description = "print the path of the development authority's certificate")
final class CaCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        DevelopmentCertificates certificates =
                new DevelopmentCertificates(Installation.current().home().certificates());
        certificates.ensure();
        System.out.println(certificates.authorityFile());
        return 0;
    }
}
