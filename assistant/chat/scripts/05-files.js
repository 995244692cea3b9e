/* Files from the user's disk to the server and back, without a file on the server's disk. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.readFiles) return;

  const asBase64 = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",", 2)[1] || "");
    reader.onerror = () => reject(new Error(`${file.name} could not be read`));
    reader.readAsDataURL(file);
  });

  /* Read files as [{ name, data }], data in base64. What is larger than it may be is named in the error. */
  redress.readFiles = async (files, { each, all }) => {
    const megabytes = (bytes) => `${Math.round(bytes / 1e5) / 10} MB`;
    const list = [...files];
    const large = list.find((file) => file.size > each);
    if (large) throw new Error(`${large.name} has ${megabytes(large.size)}; a file may have ${megabytes(each)}.`);
    const sum = list.reduce((total, file) => total + file.size, 0);
    if (sum > all) throw new Error(`These files have ${megabytes(sum)}; together they may have ${megabytes(all)}.`);
    return Promise.all(list.map(async (file) => ({ name: file.name, data: await asBase64(file) })));
  };

  /* Take files from an element's <input type=file data-files> and from what is dropped on its [data-drop]:
     take(files) gets [{ name, data }], refuse(message) what is wrong. The limits stand on the input, in bytes:
     data-each and data-all. */
  redress.takeFiles = (element, take, refuse) => {
    const limits = () => {
      const { each, all } = element.querySelector("[data-files]").dataset;
      return { each: Number(each), all: Number(all) };
    };
    const send = async (files) => {
      if (!files.length) return;
      try {
        take(await redress.readFiles(files, limits()));
      } catch (error) {
        refuse(error.message);
      }
    };
    element.addEventListener("change", (event) => {
      if (!event.target.matches("[data-files]")) return;
      const files = [...event.target.files];
      event.target.value = ""; // the same file may be chosen again
      send(files);
    });
    const zone = (event) => event.target.closest && event.target.closest("[data-drop]");
    element.addEventListener("dragover", (event) => {
      if (!zone(event)) return;
      event.preventDefault();
      zone(event).classList.add("is-over");
    });
    element.addEventListener("dragleave", (event) => {
      if (zone(event) && !zone(event).contains(event.relatedTarget)) zone(event).classList.remove("is-over");
    });
    element.addEventListener("drop", (event) => {
      if (!zone(event)) return;
      event.preventDefault();
      zone(event).classList.remove("is-over");
      send([...event.dataTransfer.files]);
    });
  };
  // A file that is dropped beside the place for it must not take the page away.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (event.dataTransfer && [...event.dataTransfer.types].includes("Files")) event.preventDefault();
    });
  }

  /* A parcel has come (see parcels.py): hand it to the browser as a download. */
  redress.openParcel = (element) => {
    const parcel = element.querySelector("[data-parcel]");
    if (!parcel) return;
    const { name, kind, parcel: data } = parcel.dataset;
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    redress.say(`${name} was saved.`);
  };
})();
