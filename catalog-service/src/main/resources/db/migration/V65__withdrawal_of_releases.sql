-- With an asset, the packages made of it are withdrawn: what they say in the clear goes, as the key to the rest does. Who got one
-- stays, and by what marks a copy of it is known again.
grant update (manifest, package) on release to ${runtimeUser};
