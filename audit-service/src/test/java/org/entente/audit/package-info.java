/** What the tests of all features need. */
package org.entente.audit;
