/** Code that breaks the rules of the house, each in one way, so that it is known that the rules can fail. */
package org.entente.suite.house.broken;
