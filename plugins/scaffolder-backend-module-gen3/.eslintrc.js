module.exports = require('../../eslint/createConfig').createConfig(__dirname);
