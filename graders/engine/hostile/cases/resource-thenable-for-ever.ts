// tries: to answer each wait with another thenable; must: time-limit
export const fetchAllApis = () => {
  const again = { then(resolve) { resolve(again); } };
  return again;
};
