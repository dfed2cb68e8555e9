/** The rules of the house, checked over the classes of every module. */
package org.entente.suite.house;
