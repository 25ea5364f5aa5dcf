import { mount } from "svelte";
import App from "./App.svelte";
import "./app.css";
import { here } from "./lib/address.svelte";
import { listenToKeys } from "./lib/keys";
import { setTheme, theme } from "./lib/theme";

setTheme(theme());
here.listen();
listenToKeys();
const target = document.getElementById("app");
if (target) mount(App, { target });
